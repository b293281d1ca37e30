"""GeoInpaint for QGIS: fills the cloud-covered part of Sentinel-2 images. Knows Qt and QGIS, and no torch."""


def classFactory(iface):
    """The plugin, made when QGIS loads it; `iface` is None in qgis_process."""
    from geoinpaint_qgis.plugin import GeoInpaintPlugin

    return GeoInpaintPlugin(iface)
