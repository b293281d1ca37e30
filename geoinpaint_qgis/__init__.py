"""GeoInpaint for QGIS: fills the cloud-covered part of Sentinel-2 images. Does not import PyTorch."""


def classFactory(iface):
    """Creates the plugin when QGIS loads it; `iface` is None in qgis_process."""
    from geoinpaint_qgis.plugin import GeoInpaintPlugin

    return GeoInpaintPlugin(iface)
