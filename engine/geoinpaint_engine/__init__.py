"""GeoInpaint's engine: fills the cloud-covered part of a Sentinel-2 image. Knows no Qt and no QGIS."""

__version__ = "0.1.0"
