"""What units, dates and names are at a second look, in the light of what the first told of all of the note.

A small network (`SecondLook`) that adds to the log-odds of the first look, by numbers that the program itself lays out
(`Circumstances`): stacked generalisation (D. Wolpert, 1992). It is learnt on notes that the first look was not learnt from, as it has to know
how far that is to be trusted on a stranger's. The less there is of a note, the less it adds.

What is said of causes and of coming back is not judged again. Learnt from what whole notes come to it was right more often in notes whose causes
their hands chose (90 to 92 of 100), as some causes go together there, and less often in those whose causes were drawn (85 to 84)."""
import struct

import numpy as np
import torch
from torch.nn import functional

from .network import Labels
from .sentences import GROUPS, SINGLE, Labelled, targets

# The kinds of things that are looked at again, and what each is judged for anew; of names the account and the CSM are looked for before.
KINDS = {"units": [*(t for t in SINGLE["units"] if t != "stance/supposed"), "signal"], "dates": ["event"], "names": ["competitor"]}
# Of a note with so many things the second look adds half of what it has to say, of one with a few next to nothing (`SecondLook`).
HALF = 8
HIDDEN, LEFT_OUT, DECAY, RATE = 32, 0.1, 1e-2, 3e-3
NOTES_A_STEP, EPOCHS = 8, 10


class SecondLook(torch.nn.Module):
    def __init__(self, inputs, kind):
        super().__init__()
        self.hidden, self.readout = torch.nn.Linear(inputs, HIDDEN), torch.nn.Linear(HIDDEN, len(targets(kind)))
        # The log-odds that a note has no turning point, beside those of its units.
        self.no_turning_point = torch.nn.Parameter(torch.zeros(()))
        torch.nn.init.zeros_(self.readout.weight)
        torch.nn.init.zeros_(self.readout.bias)

    def forward(self, first, numbers, share):
        """The log-odds of every target for things by those of the first look, their circumstances, and how much of what follows counts."""
        hidden = functional.relu(self.hidden(functional.dropout(numbers, LEFT_OUT, self.training)))
        return first + share * self.readout(hidden)


def share(count): return np.full((count, 1), count ** 2 / (count ** 2 + HALF ** 2), np.float32)


class Looks(Labels):
    """Things of some cases as rows, with what a first look told of each."""

    def __init__(self, cases, kind):
        super().__init__(Labelled(cases, kind), cases, SINGLE[kind], GROUPS[kind])
        for n, name in enumerate(SINGLE[kind]):
            if name not in KINDS[kind]: self.counted[:, n] = 0
        for group, columns in self.groups.items():
            if group not in KINDS[kind]: self.wanted[:, columns] = 0
        looks = np.concatenate([case["looks"][kind] for case in cases.values() if case[kind]])
        count = len(targets(kind))
        self.first, self.numbers = looks[:, :count], looks[:, count:]
        self.share = np.concatenate([share(len(case["looks"][kind])) for case in cases.values() if case[kind]])

    def scale(self):
        """What numbers are on average, and how far they vary."""
        return self.numbers.mean(0), self.numbers.std(0) + 1e-3

    def prepare(self, middle, spread):
        """Scales the numbers, so that all of them are alike to the network."""
        self.given = tuple(map(torch.from_numpy, (self.first, (self.numbers - middle) / spread, self.share)))

    def batch(self, rows): return tuple(part[rows] for part in self.given)


def learn(cases, kind):
    """The second look at a kind of things, learnt from what the first told of the cases: its network, and the scale of its numbers."""
    looks = Looks(cases, kind)
    scale = looks.scale()
    looks.prepare(*scale)
    torch.manual_seed(0)
    chances = np.random.default_rng(0)
    network = SecondLook(looks.numbers.shape[1], kind)
    optimizer = torch.optim.AdamW(network.parameters(), RATE, weight_decay=DECAY)
    steps = -(-len(looks.notes) // NOTES_A_STEP)
    fall = torch.optim.lr_scheduler.LinearLR(optimizer, 1, 0.05, EPOCHS * steps)
    for _ in range(EPOCHS):
        for numbers in np.array_split(chances.permutation(len(looks.notes)), steps):
            rows = np.concatenate([looks.notes[n] for n in numbers])
            if not len(rows): continue
            log_odds = network(*looks.batch(rows))
            loss = looks.loss(log_odds, rows) + looks.loss_of_turning(log_odds, rows, numbers, network.no_turning_point)
            optimizer.zero_grad()
            (loss / 512).backward()
            optimizer.step(); fall.step()
    return network.eval(), scale


def scores(look, case, kind):
    """The log-odds of the single targets for each thing of a case at a second look."""
    if not case[kind]: return []
    network, (middle, spread) = look
    told, count = case["looks"][kind], len(targets(kind))
    with torch.inference_mode():
        log_odds = network(*map(torch.from_numpy, (told[:, :count], (told[:, count:] - middle) / spread, share(len(told))))).numpy()
    return zip(case[kind], log_odds[:, :len(SINGLE[kind])])


def save(path, look, floors):
    """Writes a second look as the program reads it; from the floors of the single targets on each of them counts."""
    network, (middle, spread) = look
    state = {name: value.numpy() for name, value in network.state_dict().items()}
    inputs = state["hidden.weight"].T / spread[:, None]
    thresholds = state["hidden.bias"] - middle @ inputs
    parts = (inputs, thresholds, state["readout.weight"].T, state["readout.bias"], np.pad(floors, (0, len(state["readout.bias"]) - len(floors))))
    with open(path, "wb") as file:
        file.write(b"PMLOOK01" + struct.pack("<3I", *inputs.shape, len(parts[3])))
        for part in parts: file.write(np.ascontiguousarray(part, "<f4").tobytes())
