"""道路运输条例, three versions: every punished act with its kinds and figures, typed from the penalty tables."""

from __future__ import annotations

from .lines import Line, by_gains, flat, line

STATUTE = "道路运输条例"
REFUSED_FINE = "罚款?refuses"


def every(acts: str, places: str, kinds: str, *money: object, **more: bool) -> list[Line]:
    """The same line for several acts and places, such as "T19:64 T22:64"."""
    found = []
    for act in acts.split():
        for place in places.split():
            version, at = place.split(":")
            found.append(line(act, version, at, kinds, *money, **more))  # type: ignore[arg-type]
    return found


UNLICENSED = by_gains(20_000, (2, 10), (30_000, 100_000))
STATION = by_gains(10_000, (2, 10), (20_000, 50_000))
REPAIR = by_gains(10_000, (2, 10), (20_000, 50_000))
CERTIFICATE = by_gains(3_000, (2, 10), (5_000, 20_000))
ABROAD = by_gains(10_000, (2, 10), (30_000, 60_000))
FINE_OR_LICENCE = "罚款 吊销许可证件?serious"

LINES: list[Line] = [
    # 63: transport without a licence
    *every("goods passengers dangerous", "T19:63 T22:63", "没收违法所得 罚款", UNLICENSED),
    line(
        "goods",
        "T23",
        "63.1.1",
        "没收违法所得 罚款",
        by_gains(10_000, (1, 5), (3_000, 10_000), edge="open", serious=(10_000, 50_000)),
    ),
    line("passengers", "T23", "63.1.2", "没收违法所得 罚款", by_gains(20_000, (2, 10), (10_000, 100_000), edge="open")),
    line("dangerous", "T23", "63.1.3", "没收违法所得 罚款", by_gains(20_000, (2, 10), (30_000, 100_000), edge="open")),
    # 64
    *every("driver", "T19:64 T22:64 T23:64", "罚款", flat(200, 2_000)),
    # 65: stations, training, repair
    *every("station_p_unlicensed", "T19:65.1 T22:65.1 T23:65.1", "没收违法所得 罚款", STATION),
    *every("station_g_unfiled school_unfiled", "T19:65.1", "没收违法所得 罚款", STATION),
    *every("station_g_unfiled school_unfiled", "T22:65.3 T23:65.3", REFUSED_FINE, flat(5_000, 20_000)),
    *every("repair_standard", "T19:65.2 T22:65.2 T23:65.2", "责令停产停业?serious"),
    *every("repair_unfiled", "T19:65.3 T22:65.3", REFUSED_FINE, flat(5_000, 20_000)),
    *every("repair_unfiled", "T23:65.4", REFUSED_FINE, flat(3_000, 10_000)),
    *every("filing_false", "T22:65.3 T23:65.5", "限制从业?serious"),
    # 66–68
    *every("licence_lent", "T19:66 T22:66 T23:66", "没收违法所得 罚款", flat(2_000, 10_000)),
    *every("uninsured", "T19:67 T22:67 T23:67", "吊销许可证件?refuses"),
    *every("certificate", "T19:68 T22:68", "警告 罚款", flat(20, 200), either=True),
    # 69, in 2023 68: passenger and goods operators
    *every("route", "T19:69.1.1 T22:69.1.1", FINE_OR_LICENCE, flat(1_000, 3_000)),
    *every("solicit_p solicit_g", "T19:69.1.2 T22:69.1.2", FINE_OR_LICENCE, flat(1_000, 3_000)),
    *every("handover", "T19:69.1.3 T22:69.1.3", FINE_OR_LICENCE, flat(1_000, 3_000)),
    *every("ended", "T19:69.1.4 T22:69.1.4", FINE_OR_LICENCE, flat(1_000, 3_000)),
    *every("scattering", "T19:69.1.5 T22:69.1.5", FINE_OR_LICENCE, flat(1_000, 3_000)),
    *every("route", "T23:68.1.1", FINE_OR_LICENCE, flat(1_000, 2_000)),
    *every("handover", "T23:68.1.2", FINE_OR_LICENCE, flat(1_000, 2_000)),
    *every("ended", "T23:68.1.3", FINE_OR_LICENCE, flat(1_000, 2_000)),
    *every("solicit_p solicit_g scattering", "T23:68.2", FINE_OR_LICENCE, flat(1_000, 3_000)),
    # 70, in 2023 69
    *every("maintenance", "T19:70.1 T22:70.1 T23:69.1", "罚款", flat(1_000, 5_000)),
    *every("modified", "T19:70.2 T22:70.2 T23:69.2", "罚款", flat(5_000, 20_000)),
    # 71, in 2023 70
    *every("station_p station_g", "T19:71.1 T22:71.1", "罚款", flat(10_000, 30_000)),
    *every("station_p", "T23:70.1", "罚款", flat(10_000, 30_000)),
    *every("station_g", "T23:70.2", "罚款", flat(3_000, 30_000)),
    *every("station_use station_publish", "T19:71.2 T22:71.2 T23:70.3", REFUSED_FINE, flat(3_000, 3_000)),
    # 72–74, in 2023 71–73
    *every(
        "repair_parts repair_scrapped repair_modified",
        "T19:72 T22:72 T23:71",
        "没收违法所得 罚款 没收非法财物 责令停产停业?serious",
        REPAIR,
    ),
    *every("repair_certificate", "T19:73 T22:73 T23:72", "没收违法所得 罚款 责令停产停业?serious", CERTIFICATE),
    *every("school_training school_certificates", "T19:74", "吊销许可证件?refuses"),
    *every("school_training school_certificates", "T22:74 T23:73", "责令停产停业?refuses"),
    # 75, in 2023 74
    *every("abroad_route abroad_inside abroad_mark", "T19:75 T22:75.1", "没收违法所得 罚款", ABROAD),
    *every("abroad_route abroad_inside", "T23:74.1", "没收违法所得 罚款", ABROAD),
    *every("abroad_mark", "T23:74.2", "罚款", flat(200, 2_000)),
    *every("abroad_unfiled", "T22:75.2 T23:74.3", REFUSED_FINE, flat(5_000, 20_000)),
]

UNPUNISHED = ("goods_light",)
"""Goods vehicles of at most 4,500 kg need no licence (24): no provision of any version punishes them."""

LIGHTER_2022 = frozenset({"station_g_unfiled", "school_unfiled", "school_training", "school_certificates"})
LIGHTER_2023 = frozenset(
    {"goods", "passengers", "repair_unfiled", "route", "handover", "ended", "station_g", "abroad_mark"}
)
NOT_PUNISHED_SINCE_2023 = frozenset({"certificate"})
NEW_2022 = frozenset({"filing_false", "abroad_unfiled"})

DUTIES: dict[int, tuple[str, ...]] = {
    10: ("passengers",),
    24: ("goods", "dangerous"),
    9: ("driver",),
    22: ("driver",),
    39: ("station_p_unlicensed", "station_g_unfiled", "school_unfiled", "repair_unfiled", "filing_false"),
    33: ("licence_lent", "certificate"),
    35: ("uninsured",),
    18: ("route", "ended"),
    20: ("handover", "solicit_p"),
    26: ("scattering",),
    30: ("maintenance", "modified"),
    40: ("station_p", "station_g", "station_use"),
    41: ("station_publish",),
    43: ("repair_parts",),
    45: ("repair_scrapped", "repair_modified"),
    44: ("repair_certificate",),
    46: ("school_training", "school_certificates"),
    49: ("abroad_unfiled",),
    50: ("abroad_route", "abroad_inside", "abroad_mark"),
}
"""Duty article → the acts that break it (all versions)."""
