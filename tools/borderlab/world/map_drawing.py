"""The map of the invented world as SVG text, with ports and a text alternative."""

from __future__ import annotations

from collections.abc import Callable, Collection
from html import escape

from borderlab.i18n import N_, translator
from borderlab.paths import datasets
from borderlab.world.places import MODES, Atlas, Port, atlas, read_table

WIDTH, HEIGHT = 1000, 540
# Region -> fill on a light and on a dark page; names stand on the map, so colour is never alone.
_REGIONS = {
    "Africa": ("#f3d9a4", "#6b5323"),
    "Asia": ("#cfe3c0", "#3d5a33"),
    "Central and South America and the Caribbean": ("#f0c7b8", "#6d3d2e"),
    "Europe": ("#cdd5ee", "#3a456b"),
    "North America": ("#d9cbe8", "#513d69"),
    "Oceania": ("#c2e4e4", "#2c5a5c"),
}
_REGION_NAMES = (
    N_("Africa"),
    N_("Asia"),
    N_("Central and South America and the Caribbean"),
    N_("Europe"),
    N_("North America"),
    N_("Oceania"),
)
_TITLE = N_("Map of the invented world")
_SUMMARY = N_("{states} invented States in six CITES regions, with {ports} ports. {list}.")
_REGION = N_("{region}: {names}")
_NO_PORT = N_("There is no port {codes} on the map.")
_HOLLOW = N_("hollow: not a designated port for CITES goods")
_MODE_NAMES = {
    "air": N_("airport"),
    "sea": N_("seaport"),
    "land": N_("border post"),
    "post": N_("mail centre"),
}
_STYLE = """
.bl-map{--sea:#e8f1f7;--ink:#1d2733;--edge:#fff;--port:#14426b;
  --ring:#b3261e;--halo:#fff;font-family:system-ui,sans-serif}
.bl-map .sea{fill:var(--sea)}
.bl-map .land{stroke:var(--edge);stroke-width:1.2;stroke-linejoin:round}
.bl-map .coast{fill:none;stroke:#8fa9bd;stroke-width:3;stroke-linejoin:round;opacity:.55}
.bl-map .name{font-size:12.5px;font-weight:600;fill:var(--ink);
  text-anchor:middle;paint-order:stroke;stroke:var(--halo);stroke-width:3px;stroke-opacity:.75}
.bl-map .code{font-size:10px;font-weight:400}
.bl-map .port{fill:var(--port);stroke:#fff;stroke-width:1}
.bl-map .open{fill:#fff;stroke:var(--port);stroke-width:1.6}
.bl-map .mark{fill:none;stroke:var(--ring);stroke-width:2.4}
.bl-map .key{font-size:11.5px;fill:var(--ink)}
.bl-map .portname{font-size:11px;fill:var(--ring);font-weight:600;
  paint-order:stroke;stroke:var(--halo);stroke-width:3px}
"""


def _symbol(mode: str, x: float, y: float, kind: str, title: str = "") -> str:
    """Each mode has its own shape: circle (air), square (sea), triangle (land), diamond (post)."""
    tip = f"<title>{escape(title)}</title>" if title else ""
    if mode == "sea":
        place = f'x="{x - 3.4:g}" y="{y - 3.4:g}"'
        return f'<rect class="{kind}" {place} width="6.8" height="6.8">{tip}</rect>'
    if mode == "land":
        return f'<path class="{kind}" d="M{x:g} {y - 4.2:g}l4.2 7.4h-8.4z">{tip}</path>'
    if mode == "post":
        return (
            f'<path class="{kind}" d="M{x:g} {y - 4.4:g}l4.4 4.4l-4.4 4.4l-4.4 -4.4z">{tip}</path>'
        )
    return f'<circle class="{kind}" cx="{x:g}" cy="{y:g}" r="3.7">{tip}</circle>'


def map_svg(language: str = "en", *, mark: str | Collection[str] = ()) -> str:
    """The map of the invented world.

    Args:
        language: en, fr or es; names of States, key and text alternative are in it.
        mark: code or codes of ports to ring and name, such as ``QWSAM`` (Port Samar).

    Returns:
        One SVG element that scales to its container; it needs no script and no font file.

    Raises:
        ValueError: a marked port does not exist.
    """
    mark = (mark,) if isinstance(mark, str) and mark else mark
    world, say = atlas(), translator(language).gettext
    unknown = set(mark) - {port.port_id for port in world.ports}
    if unknown:
        raise ValueError(say(_NO_PORT).format(codes=", ".join(sorted(unknown))))
    shapes = {row["state"]: row for row in read_table(datasets("world") / "map_shapes.csv")}
    coast = "".join(f'<path class="coast" d="{row["path"]}"/>' for row in shapes.values())
    land = "".join(
        f'<path class="land" fill="{_REGIONS[s.region][0]}" d="{shapes[s.code]["path"]}">'
        f"<title>{escape(s.name(language))} ({s.code}) · {escape(say(s.region))}</title></path>"
        for s in world.states
    )
    names = "".join(_name(s.name(language), s.code, shapes[s.code]) for s in world.states)
    title = say(_TITLE)
    summary = _summary(world, language)
    return (
        f'<svg class="bl-map" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-labelledby="bl-map-t bl-map-d" '
        f'xmlns="http://www.w3.org/2000/svg"><title id="bl-map-t">{escape(title)}</title>'
        f'<desc id="bl-map-d">{escape(summary)}</desc><style>{_STYLE}</style>'
        f'<rect class="sea" width="{WIDTH}" height="{HEIGHT}"/>{coast}{land}'
        f"{''.join(_port(port, mark) for port in world.ports)}"
        f"{names}{_key(say)}</svg>"
    )


def _name(name: str, code: str, row: dict[str, str]) -> str:
    x, y = int(row["label_x"]), int(row["label_y"])
    second = f'<tspan class="code" x="{x}" dy="11">{code}</tspan>'
    return f'<text class="name" x="{x}" y="{y - 8}">{escape(name)}{second}</text>'


def _port(port: Port, mark: Collection[str]) -> str:
    x, y = port.place
    kind = "port" if port.designated else "open"
    out = _symbol(port.mode, x, y, kind, f"{port.name} ({port.port_id})")
    if port.port_id in mark:
        out += f'<circle class="mark" cx="{x}" cy="{y}" r="9"/>'
        out += f'<text class="portname" x="{x + 12}" y="{y + 4}">{escape(port.name)}</text>'
    return out


def _key(say: Callable[[str], str]) -> str:
    """Key of the symbols along the lower edge."""
    out, x = "", 24
    for mode in MODES:
        text = say(_MODE_NAMES[mode])
        out += (
            _symbol(mode, x, 524, "port")
            + f'<text class="key" x="{x + 10}" y="528">{escape(text)}</text>'
        )
        x += 34 + 7 * len(text)
    text = say(_HOLLOW)
    return (
        out
        + _symbol("air", x, 524, "open")
        + f'<text class="key" x="{x + 10}" y="528">{escape(text)}</text>'
    )


def _summary(world: Atlas, language: str) -> str:
    """What the map shows, in words."""
    say = translator(language).gettext
    parts = []
    for region in _REGION_NAMES:
        names = [f"{s.name(language)} ({s.code})" for s in world.states if s.region == region]
        parts.append(say(_REGION).format(region=say(region), names=", ".join(names)))
    return say(_SUMMARY).format(
        states=len(world.states), ports=len(world.ports), list=say("; ").join(parts)
    )
