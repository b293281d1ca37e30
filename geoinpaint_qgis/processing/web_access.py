"""Passes QGIS's network settings (proxy, certificate authorities, token) to a run as environment variables."""

from __future__ import annotations

import os
from typing import Dict
from urllib.parse import quote

from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsProcessingException, QgsProcessingUtils, QgsSettings

from geoinpaint_qgis.translate import tr

TOKEN = "GEOINPAINT_CATALOGUE_TOKEN"  # noqa: S105 # nosec B105 # a name
CERTIFICATES = "GEOINPAINT_CERTIFICATES"
_SCHEMES = {"HttpProxy": "http", "HttpCachingProxy": "http", "DefaultProxy": "", "Socks5Proxy": "socks5h"}


def proxy_variables(settings: QgsSettings) -> Dict[str, str]:
    """QGIS's proxy as standard environment variables; empty if none is configured."""
    kind = str(settings.value("proxy/proxyType", ""))
    host = str(settings.value("proxy/proxyHost", "") or "")
    if str(settings.value("proxy/proxyEnabled", "false")).lower() != "true" or not host or not _SCHEMES.get(kind):
        return {}
    user, password = (str(settings.value(f"proxy/proxy{name}", "") or "") for name in ("User", "Password"))
    login = f"{quote(user, safe='')}:{quote(password, safe='')}@" if user else ""
    port = str(settings.value("proxy/proxyPort", "") or "")
    address = f"{_SCHEMES[kind]}://{login}{host}{f':{port}' if port else ''}"
    found = {name: address for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")}
    spared = settings.value("proxy/noProxyUrls", []) or []
    names = [text.split("://")[-1].split("/")[0] for text in ([spared] if isinstance(spared, str) else spared)]
    if names:
        found["NO_PROXY"] = found["no_proxy"] = ",".join(name for name in names if name)
    return found


def certificates() -> str:
    """A file with QGIS's additional certificate authorities; empty if there are none.

    It is in QGIS's temporary folder, which is removed when QGIS is closed.
    """
    manager = QgsApplication.authManager()
    own = [*manager.databaseCAs(), *manager.extraFileCAs()]
    trusted = {bytes(certificate.digest()) for certificate in manager.trustedCaCerts()}
    texts = [bytes(certificate.toPem()) for certificate in own if bytes(certificate.digest()) in trusted]
    if not texts:
        return ""
    path = os.path.join(QgsProcessingUtils.tempFolder(), "geoinpaint_certificates.pem")
    with open(path, "wb") as file:
        file.write(b"\n".join(texts))
    return path


def token_of(authentication: str) -> str:
    """The token or password of an entry of QGIS's authentication manager.

    Raises:
        QgsProcessingException: the entry does not exist, or contains neither.
    """
    entry = QgsAuthMethodConfig()
    if not QgsApplication.authManager().loadAuthenticationConfig(authentication, entry, True):
        raise QgsProcessingException(tr("The authentication {name} cannot be read.").format(name=authentication))
    texts = entry.configMap()
    if entry.method() == "APIHeader":  # the whole value of the header, including its scheme
        found = next((text for name, text in texts.items() if name.lower() == "authorization"), "")
        found = found.split(None, 1)[-1] if found else next(iter(texts.values()), "")
    else:
        found = texts.get("password", "")
    if not found:
        raise QgsProcessingException(
            tr("The authentication {name} holds no token: make one of the kind API Header or Basic.").format(
                name=authentication
            )
        )
    return str(found)


def variables(authentication: str = "") -> Dict[str, str]:
    """Environment variables of a run that accesses the network; the token is never written to a file."""
    found = proxy_variables(QgsSettings())
    trusted = certificates()
    if trusted:
        found[CERTIFICATES] = trusted
    if authentication:
        found[TOKEN] = token_of(authentication)
    elif os.environ.get(TOKEN):
        found[TOKEN] = os.environ[TOKEN]
    return found
