from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadpact.rules.credit import Share, ValueShare, largest_remainder, share, value_shares
from leadpact.rules.pact import Credit


def credit(originator: int = 40, between: int = 20, closer: int = 40) -> Credit:
    return Credit(originator, between, closer, "account", 90, "first_touch")


TOUCHES = (("cleo", 300), ("ben", 100), ("cleo", 200))


@pytest.mark.parametrize(
    ("originator", "closer", "touches", "shares"),
    [
        ("ana", "dan", TOUCHES, [("ana", "originator", 400), ("ben", "touch", 67), ("cleo", "touch", 133), ("dan", "closer", 400)]),
        ("ana", "ana", (), [("ana", "originator", 500), ("ana", "closer", 500)]),
        ("ana", "ana", (("ana", 5),), [("ana", "originator", 400), ("ana", "touch", 200), ("ana", "closer", 400)]),
        (None, "dan", TOUCHES, [("ben", "touch", 200), ("cleo", "touch", 400), ("dan", "closer", 400)]),
        ("ana", None, (("ben", 1),), [("ana", "originator", 400), ("ben", "touch", 600)]),
        (None, None, (("ben", 1), ("cleo", 2)), [("ben", "touch", 500), ("cleo", "touch", 500)]),
        (None, "dan", (), [("dan", "closer", 1000)]),
        ("ana", None, (), [("ana", "originator", 1000)]),
        (None, None, (), [(None, "nobody", 1000)]),
    ],
)  # fmt: skip
def test_a_win_is_shared_by_the_pact_rule(
    originator: str | None,
    closer: str | None,
    touches: tuple[tuple[str, int], ...],
    shares: list[tuple[str | None, str, int]],
) -> None:
    assert share(credit(), originator, closer, touches) == tuple(Share(*each) for each in shares)


def test_a_tie_goes_to_the_earliest_touch() -> None:
    touches = [("cleo", 30), ("ben", 10), ("dan", 20)]
    points = {each.key: each.points for each in share(credit(0, 100, 0), None, None, touches)}
    assert points == {"ben": 334, "dan": 333, "cleo": 333}


def test_without_touches_both_roles_take_their_part_in_proportion() -> None:
    shares = share(credit(30, 30, 40), "ana", "dan", ())
    assert [each.points for each in shares] == [429, 571]
    assert [each.points for each in share(credit(0, 100, 0), "ana", "dan", ())] == [500, 500]


@pytest.mark.parametrize(
    ("amount_minor", "amounts"),
    [(1_000_000, [400_000, 200_000, 400_000]), (7, [3, 1, 3]), (1, [1, 0, 0]), (0, [0, 0, 0]), (-7, [-3, -1, -3])],
)
def test_an_amount_is_shared_like_the_points(amount_minor: int, amounts: list[int]) -> None:
    shares = share(credit(), "ana", "dan", [("ben", 5)])
    expected = zip(("ana", "ben", "dan"), ("originator", "touch", "closer"), amounts, strict=True)
    assert value_shares(shares, amount_minor) == tuple(ValueShare(*each) for each in expected)


def test_weights_of_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="no weight is above zero"):
        largest_remainder(10, [Fraction(0)])


people = st.sampled_from(("ana", "ben", "cleo", "dan"))
rules = st.tuples(st.integers(0, 100), st.integers(0, 100)).map(
    lambda two: credit(min(two), max(two) - min(two), 100 - max(two))
)
touch_lists = st.lists(st.tuples(people, st.integers(0, 50)), max_size=12)


@given(rules, st.none() | people, st.none() | people, touch_lists, st.integers(-(10**12), 10**12))
def test_points_and_amounts_always_add_up(
    rule: Credit, originator: str | None, closer: str | None, touches: list[tuple[str, int]], amount_minor: int
) -> None:
    shares = share(rule, originator, closer, touches)
    assert sum(each.points for each in shares) == 1000
    assert min(each.points for each in shares) >= 0
    assert len({(each.key, each.role) for each in shares}) == len(shares)
    amounts = value_shares(shares, amount_minor)
    assert sum(each.amount_minor for each in amounts) == amount_minor
    for points, amount in zip(shares, amounts, strict=True):
        assert abs(amount.amount_minor - Fraction(amount_minor * points.points, 1000)) < 1


@given(rules, people, people, touch_lists)
def test_no_share_is_a_whole_point_off_its_exact_part(
    rule: Credit, originator: str, closer: str, touches: list[tuple[str, int]]
) -> None:
    shares = share(rule, originator, closer, touches)
    if touches:
        exact = {
            ("originator", originator): Fraction(10 * rule.originator),
            ("closer", closer): Fraction(10 * rule.closer),
        }
        for key, _ in touches:
            exact["touch", key] = exact.get(("touch", key), Fraction(0)) + Fraction(
                10 * rule.touches_between, len(touches)
            )
        assert {(each.role, each.key) for each in shares} == set(exact)
        assert all(abs(each.points - exact[each.role, each.key]) < 1 for each in shares)
