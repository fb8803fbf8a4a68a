"""Loads styles in QGIS without a screen. Tasks come as JSON on standard input; each line of the answer is the answer to one.

A task is {features: <path of a GeoJSON file>, style: <path of a .qml or .sld file>}; the answer says what QGIS complained
of, and for each feature (by its code) the colours of the symbols that it is drawn with.
"""

import json
import os
import sys

from qgis.core import QgsApplication, QgsRenderContext, QgsVectorLayer

# Near enough that nothing is left out for the scale.
SCALE = 5000


def colours(symbol):
    """Of every layer of a symbol, and of the symbols that its layers are made of."""
    for layer in symbol.symbolLayers():
        yield layer.color().name()
        yield layer.strokeColor().name()
        if layer.subSymbol():
            yield from colours(layer.subSymbol())


def shapes(symbol):
    for layer in symbol.symbolLayers():
        yield layer.layerType()
        if hasattr(layer, "shape"):
            yield str(layer.encodeShape(layer.shape()))


def symbols_of(renderer, feature, context):
    """Those a feature is drawn with: what is for all others, for no feature that another rule takes."""
    if renderer.type() != "RuleRenderer":
        return renderer.symbolsForFeature(feature, context)
    rules = [rule for rule in renderer.rootRule().children() if rule.isScaleOK(SCALE)]
    taken = [rule for rule in rules if not rule.isElse() and rule.isFilterOK(feature, context)]
    return [rule.symbol() for rule in taken or [rule for rule in rules if rule.isElse()]]


def answer(task, complaints):
    layer = QgsVectorLayer(task["features"], "layer", "ogr")
    if not layer.isValid():
        return {"isLoaded": False, "complaints": [layer.error().message()]}
    load = layer.loadSldStyle if task["style"].endswith(".sld") else layer.loadNamedStyle
    message, is_loaded = load(task["style"])
    renderer, context = layer.renderer(), QgsRenderContext()
    context.setRendererScale(SCALE)
    renderer.startRender(context, layer.fields())
    drawn = {}
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        symbols = symbols_of(renderer, feature, context)
        drawn[feature["code"]] = {
            "symbols": len(symbols),
            "colours": sorted({colour for symbol in symbols for colour in colours(symbol)}),
            "shapes": sorted({shape for symbol in symbols for shape in shapes(symbol)}),
        }
    renderer.stopRender(context)
    return {"isLoaded": is_loaded, "complaints": [message, *complaints] if message else complaints, "renderer": renderer.type(), "drawn": drawn}


def safely(task):
    complaints.clear()
    try:
        return answer(task, list(complaints))
    except Exception as error:  # what went wrong is the answer: the other tasks go on
        return {"isLoaded": False, "complaints": [repr(error)]}


QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
complaints = []
QgsApplication.messageLog().messageReceived.connect(lambda text, tag, level: complaints.append(f"{tag}: {text}"))
for task in json.load(sys.stdin):
    found = safely(task)
    print(json.dumps({**found, "complaints": [*found["complaints"], *complaints]}, ensure_ascii=False), flush=True)

# QGIS 3.22 trips over its own threads when it is taken down by the book.
os._exit(0)
