"""The random numbers of this project in Python: row orders, start weights and splits. random-numbers.md describes them."""

MASK = 2**64 - 1
SPLIT_STREAM = 2**32


def stream(seed, number):
    """One of a seed's streams: a function that gives the next 64 bits (SplitMix64)."""
    state = seed

    def next_bits():
        nonlocal state
        state = (state + 0x9E3779B97F4A7C15) & MASK
        z = state
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & MASK
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB & MASK
        return z ^ (z >> 31)

    state = (next_bits() + number) & MASK
    state = next_bits()
    return next_bits


def below(next_bits, bound):
    """A whole number from 0 up to a bound, each as likely."""
    while True:
        bits = next_bits()
        if bits < 2**64 // bound * bound:
            return bits % bound


def fraction(next_bits):
    """A multiple of 2**-53 in [0, 1)."""
    return (next_bits() >> 11) * 2.0**-53


def shuffled(next_bits, rows):
    """0, 1, 2, ... shuffled from the last place down."""
    order = list(range(rows))
    for i in range(rows - 1, 0, -1):
        other = below(next_bits, i + 1)
        order[i], order[other] = order[other], order[i]
    return order


def row_order(seed, epoch, rows):
    """The order in which an epoch, counted from 0, takes its rows."""
    return shuffled(stream(seed, epoch + 1), rows)


def start_weights(seed, sizes):
    """The kernels of a network of these sizes (inputs, units, units, ...), each as rows; biases are 0. float32 rounds each number."""
    next_bits = stream(seed, 0)
    return [
        [[(2 * fraction(next_bits) - 1) * (6 / (inputs + units)) ** 0.5 for _ in range(units)] for _ in range(inputs)]
        for inputs, units in zip(sizes, sizes[1:])
    ]


def split(labels, share, seed, stratify):
    """The places of the rows to train on and of those held out, of rows with these labels."""
    classes = sorted(set(labels)) if stratify else [None]
    class_of = [classes.index(label) if stratify else 0 for label in labels]
    counts = [class_of.count(i) for i in range(len(classes))]
    held_out = [int(share * count) for count in counts]
    missing = int(share * len(labels) + 0.5) - sum(held_out)
    may_give = [i for i in range(len(classes)) if held_out[i] + 1 < counts[i]]
    for i in sorted(may_give, key=lambda i: -(share * counts[i] - held_out[i]))[:missing]:
        held_out[i] += 1
    out = set()
    for row in shuffled(stream(seed, SPLIT_STREAM), len(labels)):
        if held_out[class_of[row]] > 0:
            held_out[class_of[row]] -= 1
            out.add(row)
    return [row for row in range(len(labels)) if row not in out], sorted(out)
