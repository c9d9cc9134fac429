"""Objects of this process that LibreOffice calls."""

from collections.abc import Callable, Sequence
from typing import Any

from medoffice_xl.hosts.libreoffice.bridge import load_uno
from medoffice_xl.hosts.libreoffice.office import Office


class Component:
    """What every one of them answers: what it is."""

    implementation = ""
    service = ""

    def getImplementationName(self) -> str:
        """Its name among all components."""
        return self.implementation

    def getSupportedServiceNames(self) -> tuple[str, ...]:
        """What it is asked for as."""
        return (self.service,)

    def supportsService(self, name: str) -> bool:
        """Whether it can be asked for as that."""
        return name == self.service


def offer(office: Office, kind: type[Component], interfaces: Sequence[str], make: Callable[[type], Any]) -> None:
    """Let LibreOffice make a component: `make` gets its class, of which LibreOffice sees the interfaces."""
    import unohelper  # noqa: PLC0415  (comes with uno)

    uno = load_uno()
    shown = [uno.getClass(name) for name in ("com.sun.star.lang.XServiceInfo", *interfaces)]
    visible = type(kind.__name__, (kind, unohelper.Base, *shown), {})
    helper = unohelper.ImplementationHelper()
    helper.addImplementation(lambda context: make(visible), kind.implementation, (kind.service,))
    local = uno.getComponentContext()
    factory = helper.getComponentFactory(kind.implementation, None, local.ServiceManager)
    office.context.ServiceManager.insert(factory)
