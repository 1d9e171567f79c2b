"""The arithmetic of the second hand: textbook formulas in plain Python, written apart from the product."""

from __future__ import annotations

from math import asin, cos, erfc, exp, lgamma, log, sin, sqrt
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)


def support(n):
    """Under 10 nothing is said, under 30 it is said in grey."""
    return "none" if n < 10 else "few" if n < 30 else "enough"


def wilson(k, n, z=Z):
    """Centre (p + z2/2n) / (1 + z2/n), half z sqrt(p(1-p)/n + z2/4n2) / (1 + z2/n)."""
    if n == 0:
        return None, None
    p, below = k / n, 1 + z * z / n
    centre, half = (p + z * z / (2 * n)) / below, z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / below
    return (0.0 if k == 0 else centre - half), (1.0 if k == n else centre + half)


def share(name, k, n, word="support"):
    """So many of n with Wilson's range, or nothing below 10."""
    if n < 10:
        return {name: None, f"{name}_low": None, f"{name}_high": None, word: "none"}
    low, high = wilson(k, n)
    return {name: k / n, f"{name}_low": low, f"{name}_high": high, word: support(n)}


def newcombe(k1, n1, k2, n2):
    """Newcombe's method 10 for a difference of two shares."""
    p1, p2, d = k1 / n1, k2 / n2, k1 / n1 - k2 / n2
    (l1, u1), (l2, u2) = wilson(k1, n1), wilson(k2, n2)
    return d, d - sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2), d + sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)


def goodman(counts):
    """Goodman 1965: simultaneous ranges, chi-square of 1 degree at 5% over the number of shares."""
    n, a = sum(counts), NormalDist().inv_cdf(1 - 0.025 / len(counts)) ** 2
    half = [sqrt(a * (a + 4 * k * (n - k) / n)) for k in counts]
    return [
        ((a + 2 * k - h) / (2 * (n + a)), (a + 2 * k + h) / (2 * (n + a))) for k, h in zip(counts, half, strict=True)
    ]


def chi_square_p(table):
    """The p of a 2 x 2 table ((a, b), (c, d)) without correction."""
    (a, b), (c, d) = table
    rows, columns, n = (a + b, c + d), (a + c, b + d), a + b + c + d
    if 0 in rows or 0 in columns:
        return 1.0
    return erfc(sqrt(n * (a * d - b * c) ** 2 / (rows[0] * rows[1] * columns[0] * columns[1]) / 2))


def named(ps, level=0.05):
    """Benjamini and Hochberg 1995: which of the p are named."""
    order = sorted(range(len(ps)), key=lambda i: ps[i])
    last = max((rank for rank, i in enumerate(order, 1) if ps[i] <= level * rank / len(ps)), default=0)
    return [i in set(order[:last]) for i in range(len(ps))]


def mantel_haenszel(tables):
    """Odds ratio over (a, b, c, d) tables and the range of Robins, Breslow and Greenland."""
    r = s = pr = ps_qr = qs = 0.0
    for a, b, c, d in tables:
        n = a + b + c + d
        if n == 0:
            continue
        p, q, ri, si = (a + d) / n, (b + c) / n, a * d / n, b * c / n
        r, s, pr, ps_qr, qs = r + ri, s + si, pr + p * ri, ps_qr + p * si + q * ri, qs + q * si
    if r == 0 or s == 0:
        return None, None, None
    error = sqrt(pr / (2 * r * r) + ps_qr / (2 * r * s) + qs / (2 * s * s))
    return r / s, r / s * exp(-Z * error), r / s * exp(Z * error)


def gamma_share(a, x):
    """The regularised lower incomplete gamma function, by its series."""
    term = total = 1 / a
    n = a
    while term > total * 1e-17:
        n += 1
        term *= x / n
        total += term
    return total * exp(-x + a * log(x) - lgamma(a)) if x > 0 else 0.0


def where(function, goal, high):
    """The place at which a rising function comes to ``goal``."""
    low = 0.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if function(middle) < goal else (low, middle)
    return (low + high) / 2


def chi_square_at(degrees, level):
    return 2 * where(lambda x: gamma_share(degrees / 2, x), level, 500.0)


def beta_share(a, b, x, steps=20_000):
    """The regularised incomplete beta function by Simpson's rule in an angle, where it has no poles for a, b >= 1/2."""
    top = asin(sqrt(x))
    if top == 0:
        return 0.0
    h = top / steps

    def f(t):
        return 2 * sin(t) ** (2 * a - 1) * cos(t) ** (2 * b - 1)

    total = f(0.0 if a > 0.5 else 1e-300) + f(top)
    total += 4 * sum(f(h * i) for i in range(1, steps, 2)) + 2 * sum(f(h * i) for i in range(2, steps, 2))
    return total * h / 3 * exp(lgamma(a + b) - lgamma(a) - lgamma(b))


def t_share(t, degrees):
    """Share of Student's t below ``t``."""
    tail = beta_share(degrees / 2, 0.5, degrees / (degrees + t * t), 2000) / 2
    return 1 - tail if t >= 0 else tail


def t_at(level, degrees):
    return where(lambda t: t_share(t, degrees), level, 50.0)


def rising(cells):
    """Pooling adjacent violators: the closest rising shares to (k, n) cells."""
    blocks = []
    for k, n in cells:
        blocks.append([k, n, 1])
        while len(blocks) > 1 and blocks[-2][0] * blocks[-1][1] >= blocks[-1][0] * blocks[-2][1]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    return [k / n for k, n, size in blocks for _ in range(size)]


def middle(values):
    """Median, and the order statistics that hold it with at least 95% by the binomial of 1/2."""
    ordered = sorted(values)
    n = len(ordered)
    half = (ordered[(n - 1) // 2] + ordered[n // 2]) / 2
    below, chance = 0, 0.5**n
    total = chance
    while total <= 0.025:
        below += 1
        chance *= (n - below + 1) / below
        total += chance
    if below == 0:
        return half, None, None
    return half, ordered[below - 1], ordered[n - below]


def largest_remainder(parts, whole=1000):
    """Whole points in proportion to ``parts``, what is left over to the largest remainders, the earliest first."""
    total = sum(parts)
    exact = [whole * part / total for part in parts]
    points = [int(each + 1e-9) for each in exact]
    for i in sorted(range(len(parts)), key=lambda i: (-(exact[i] - points[i]), i))[: whole - sum(points)]:
        points[i] += 1
    return points
