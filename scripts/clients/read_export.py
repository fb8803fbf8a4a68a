"""Reads exports with programs that are not GDAL's: one task of JSON a line on stdin, one answer a line on stdout.

A task is {"format", "path", "encoding"}; an answer is {"rows": {code: {property: value}}, "drawing": {...}}.
"""

import csv
import json
import sqlite3
import sys
import xml.etree.ElementTree as xml


def geojson(path, _):
    with open(path, encoding="utf-8") as file:
        features = json.load(file)["features"]
    return {feature["id"]: feature["properties"] for feature in features}


def csv_table(path, _):
    csv.field_size_limit(sys.maxsize)
    with open(path, encoding="utf-8-sig", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def gpkg(path, _):
    with sqlite3.connect(path) as database:
        database.row_factory = sqlite3.Row
        (table,) = database.execute("select table_name from gpkg_contents where data_type = 'features'").fetchone()
        return {row["code"]: without_bytes(row) for row in database.execute(f'select * from "{table}"')}


def without_bytes(row):
    return {key: row[key] for key in row.keys() if not isinstance(row[key], bytes)}


def kml(path, _):
    space = {"k": "http://www.opengis.net/kml/2.2"}
    rows = {}
    for mark in xml.parse(path).iterfind(".//k:Placemark", space):
        row = {data.get("name"): data.text for data in mark.iterfind(".//k:SimpleData", space)}
        assert row["name_zh"] == mark.find("k:name", space).text, row
        rows[row["code"]] = row
    return rows


def shp(path, encoding):
    import shapefile

    with shapefile.Reader(path, encoding=encoding) as reader:
        return {record["code"]: record.as_dict() for record in reader.iterRecords()}


def xlsx(path, _):
    import openpyxl

    book = openpyxl.load_workbook(path, data_only=False)
    head, *rows = book.worksheets[0].iter_rows()
    assert not [cell for row in rows for cell in row if cell.data_type == "f"], "a formula"
    names = [cell.value for cell in head]
    return {row[names.index("code")].value: dict(zip(names, (cell.value for cell in row))) for row in rows}


def fgb(path, _):
    import fiona

    with fiona.open(path) as features:
        return {feature["properties"]["code"]: dict(feature["properties"]) for feature in features}


def dxf(path, _):
    """Texts in their order, and what a program shows when it opens the drawing."""
    import ezdxf
    from ezdxf import bbox
    from ezdxf.lldxf.encoding import decode_dxf_unicode

    document = ezdxf.readfile(path)
    faults = [error.message for error in document.audit().errors]
    space = document.modelspace()
    view = document.viewports.get("*Active")[0].dxf
    box = bbox.extents(space.query("* !TEXT"))
    header = document.header
    return {
        "faults": faults,
        "units": header["$INSUNITS"],
        "encoding": document.encoding,
        "extent": [list(header[name])[:2] for name in ("$EXTMIN", "$EXTMAX")],
        "limits": [list(header[name])[:2] for name in ("$LIMMIN", "$LIMMAX")],
        "box": [list(box.extmin)[:2], list(box.extmax)[:2]] if box.has_data else None,
        "view": {"centre": list(view.center)[:2], "height": view.height, "aspect": view.aspect_ratio},
        # Python keeps the two halves of a letter beyond the first plane apart.
        "texts": [whole(decode_dxf_unicode(text.plain_text())) for text in space.query("TEXT")],
        "types": sorted({entity.dxftype() for entity in space}),
    }


def whole(text):
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")


readers = {"geojson": geojson, "csv": csv_table, "gpkg": gpkg, "kml": kml, "shp": shp, "xlsx": xlsx, "fgb": fgb, "dxf": dxf}

for line in sys.stdin:
    task = json.loads(line)
    found = readers[task["format"]](task["path"], task.get("encoding") or "utf-8")
    print(json.dumps(found, default=str), flush=True)
