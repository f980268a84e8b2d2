"""公路安全保护条例, 公路法 and 道路交通安全法: every punished act, typed from the penalty tables."""

from __future__ import annotations

from .lines import VALUE, Line, by_gains, flat, line

UP_TO_30, UP_TO_50, UP_TO_5 = flat(0, 30_000), flat(0, 50_000), flat(0, 5_000)


def may(act: str, version: str, at: str, high: int) -> Line:
    """A fine of up to a sum that may also be left out."""
    return line(act, version, at, "罚款", flat(0, high), may=True)


def shall(act: str, version: str, at: str, low: int, high: int) -> Line:
    """A fine and nothing else."""
    return line(act, version, at, "罚款", flat(low, high))


PROTECTION: list[Line] = [
    may("g_zone", "G", "56.1.1", 50_000),
    may("g_sight", "G", "56.1.2", 50_000),
    may("g_sand", "G", "58", 30_000),
    shall("g_bridge_use", "G", "59", 20_000, 100_000),
    may("g_facilities", "G", "60.1.1", 30_000),
    may("g_works_impair", "G", "60.1.2", 30_000),
    line("g_trees", "G", "61", "没收违法所得 罚款", VALUE),
    may("g_works", "G", "62", 30_000),
    shall("g_crossing", "G", "62", 0, 50_000),
    line("g_makes", "G", "63.1", "没收非法财物 罚款 吊销许可证件", VALUE, may=True),
    line("g_maker_modifies", "G", "63.2", "罚款 吊销许可证件?refuses", flat(40_000, 200_000)),
    may("g_overlimit", "G", "64", 30_000),
    line("g_pass_lent", "G", "65.3", "没收非法财物 罚款", flat(1_000, 5_000)),
    line("g_pass_forged", "G", "65.3", "没收非法财物 罚款", UP_TO_30),
    line("g_thrice_vehicle", "G", "66", "吊销许可证件"),
    line("g_thrice_driver", "G", "66", "限制从业"),
    line("g_company", "G", "66", "责令停产停业 吊销许可证件?serious"),
    shall("g_force_station", "G", "67.1.1", 0, 30_000),
    shall("g_evade_station", "G", "67.1.2", 0, 30_000),
    shall("g_orders_driver", "G", "68", 0, 30_000),
    shall("g_scatters", "G", "69", 0, 5_000),
    line("g_firm", "G", "70", "罚款 吊销许可证件?refuses", flat(10_000, 50_000)),
]
"""Measures only, no penalty: 57 (other agencies), 65.1, 65.2, 72."""

ROAD_LAW: list[Line] = [
    line("l_charges", "L", "74", "没收违法所得 罚款", by_gains(0, (0, 3), (0, 20_000), edge="below"), may=True),
    may("l_begun", "L", "75", 50_000),
    may("l_digs", "L", "76.1.1", 30_000),
    may("l_bridges", "L", "76.1.2", 30_000),
    may("l_dangerous", "L", "76.1.3", 30_000),
    may("l_tracked", "L", "76.1.4", 30_000),
    may("l_overlimit", "L", "76.1.5", 30_000),
    may("l_facilities", "L", "76.1.6", 30_000),
    may("l_soils", "L", "77", 5_000),
    may("l_brakes", "L", "77", 5_000),
    shall("l_unreported", "L", "78", 0, 1_000),
    may("l_signs", "L", "79", 20_000),
    shall("l_crossing", "L", "80", 0, 50_000),
    may("l_zone", "L", "81", 50_000),
]

_ONE_OR_OTHER = "警告 罚款"

TRAFFIC: list[Line] = [
    line("d_walkers", "D", "89", _ONE_OR_OTHER, flat(5, 50), either=True),
    line("d_drivers", "D", "90", _ONE_OR_OTHER, flat(20, 200), either=True),
    line("d_drinks", "D", "91.1", "暂扣许可证件 罚款", flat(1_000, 2_000)),
    line("d_drinks_again", "D", "91.1", "行政拘留 罚款 吊销许可证件", flat(1_000, 2_000)),
    line("d_drunk", "D", "91.2", "吊销许可证件"),
    line("d_drinks_business", "D", "91.3", "行政拘留 罚款 吊销许可证件", flat(5_000, 5_000)),
    line("d_drunk_business", "D", "91.4", "吊销许可证件"),
    shall("d_coach", "D", "92.1", 200, 500),
    shall("d_coach_20", "D", "92.1", 500, 2_000),
    shall("d_load", "D", "92.2", 200, 500),
    shall("d_load_30", "D", "92.2", 500, 2_000),
    shall("d_unit", "D", "92.4", 2_000, 5_000),
    shall("d_parks", "D", "93.2", 20, 200),
    line("d_inspects", "D", "94.2", "罚款 吊销许可证件", VALUE),
    line("d_papers", "D", "95.1", _ONE_OR_OTHER, flat(20, 200), either=True),
    line("d_plates", "D", "95.2", _ONE_OR_OTHER, flat(20, 200), either=True),
    line("d_forges", "D", "96.1", "行政拘留 罚款", flat(2_000, 5_000)),
    line("d_forges_marks", "D", "96.2", "行政拘留 罚款", flat(1_000, 3_000)),
    shall("d_others_papers", "D", "96.3", 2_000, 5_000),
    shall("d_sirens", "D", "97", 200, 2_000),
    line("d_insurance", "D", "98.1", "罚款", VALUE),
    *[
        line(f"d_99_{item}", "D", f"99.1.{item}", f"罚款 {kind}", flat(200, 2_000))
        for item, kind in zip(
            range(1, 9),
            ("行政拘留", "吊销许可证件", "行政拘留", "吊销许可证件", "行政拘留", "行政拘留", "行政拘留", "行政拘留"),
            strict=True,
        )
    ],
    line("d_scrapped", "D", "100.2", "罚款 吊销许可证件", flat(200, 2_000)),
    line("d_sells_scrapped", "D", "100.3", "没收违法所得 罚款", VALUE),
    line("d_crime", "D", "101.1", "吊销许可证件"),
    line("d_flight", "D", "101.2", "吊销许可证件"),
    line("d_makes", "D", "103.3", "没收非法财物 罚款 吊销许可证件", VALUE, may=True),
    line("d_makes_modified", "D", "103.4", "没收非法财物 罚款 吊销许可证件", VALUE, may=True),
    line("d_digs", "D", "104.1", "罚款", VALUE, may=True),
    line("d_hides", "D", "106", "罚款?refuses", flat(200, 2_000)),
]
