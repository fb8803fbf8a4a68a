"""Opens layers in QGIS without a screen. Tasks come as JSON on standard input; each line of the answer is the answer to one.

A task is {provider, source} or {layerDefinition: <path>}, with subset (an expression), rectangle [west, south, east, north]
and crs (a list of names) where wanted; `crs` adds every geometry in those systems too.
"""

import json
import os
import sys

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLayerDefinition,
    QgsProject,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

DECIMALS = 12


def plain(value):
    """A value of QGIS as JSON has it."""
    if isinstance(value, QVariant):
        return None if value.isNull() else plain(value.value())
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def shape(geometry, transform=None):
    if geometry.isNull():
        return None
    copy = QgsGeometry(geometry)
    if transform:
        copy.transform(transform)
    return json.loads(copy.asJson(DECIMALS))


def opened(task):
    if "layerDefinition" not in task:
        return QgsVectorLayer(task["source"], "layer", task["provider"])
    layers = QgsLayerDefinition.loadLayerDefinitionLayers(task["layerDefinition"])
    if len(layers) != 1:
        raise ValueError(f"{len(layers)} layers in the definition")
    return layers[0]


def answer(task):
    layer = opened(task)
    if not layer.isValid():
        return {"valid": False, "error": layer.error().message() or layer.dataProvider().error().message()}
    if "subset" in task and not layer.setSubsetString(task["subset"]):
        return {"valid": False, "error": "the subset was refused"}
    request = QgsFeatureRequest()
    if "rectangle" in task:
        request.setFilterRect(QgsRectangle(*task["rectangle"]))
    context = QgsProject.instance().transformContext()
    transforms = {
        name: QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem(name), context) for name in task.get("crs", [])
    }
    fields = [field.name() for field in layer.fields()]
    features = [
        {
            "properties": dict(zip(fields, map(plain, feature.attributes()))),
            "geometry": shape(feature.geometry()),
            "in": {name: shape(feature.geometry(), transform) for name, transform in transforms.items()},
        }
        for feature in layer.getFeatures(request)
    ]
    return {
        "valid": True,
        "name": layer.name(),
        "provider": layer.providerType(),
        "types": {field.name(): field.typeName() for field in layer.fields()},
        "source": layer.source(),
        "crs": layer.crs().authid(),
        "geometryType": QgsWkbTypes.displayString(layer.wkbType()),
        "aliases": {field.name(): field.alias() for field in layer.fields() if field.alias()},
        "colours": sorted({symbol.color().name() for symbol in layer.renderer().symbols(QgsRenderContext())}) if layer.renderer() else [],
        "features": features,
    }


def safely(task):
    try:
        return answer(task)
    except Exception as error:  # what went wrong is the answer: the other tasks go on
        return {"valid": False, "error": repr(error)}


QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
for task in json.load(sys.stdin):
    print(json.dumps(safely(task), ensure_ascii=False, default=str), flush=True)

# QGIS 3.22 trips over its own threads when it is taken down by the book.
os._exit(0)
