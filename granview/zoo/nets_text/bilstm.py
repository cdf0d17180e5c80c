"""A bidirectional LSTM that classifies a text: the baseline that the transformers are compared with."""

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence


class BiLstmClassifier(nn.Module):
    """Embeddings, one bidirectional LSTM (Hochreiter and Schmidhuber, 1997), its maximum over time, a linear layer.

    Args:
        vocab_size: Number of tokens.
        num_labels: Number of classes.
        embedding_size: Width of the embeddings.
        hidden_size: Width of each direction's state.
    """

    def __init__(self, vocab_size: int, num_labels: int, embedding_size: int = 64, hidden_size: int = 64) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, embedding_size)
        self.lstm = nn.LSTM(embedding_size, hidden_size, batch_first=True, bidirectional=True)
        self.classifier = nn.Linear(2 * hidden_size, num_labels)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Logits (N, labels) of token ids (N, T) int64; the mask (N, T) is 1 on tokens, 0 on padding at the end.

        Each row needs at least one token. The LSTM computes in the format of its weights, without autocast, since
        oneDNN trains none in bfloat16 on processors without AVX-512.
        """
        lengths = attention_mask.sum(1).cpu()
        packed = pack_padded_sequence(self.embedding(input_ids), lengths, batch_first=True, enforce_sorted=False)
        with torch.autocast(input_ids.device.type, enabled=False):
            states = self.lstm(packed)[0]
        states, _ = pad_packed_sequence(states, batch_first=True, total_length=input_ids.shape[1])
        hidden = states.masked_fill(attention_mask[..., None] == 0, torch.finfo(states.dtype).min)
        logits: Tensor = self.classifier(hidden.amax(1))
        return logits
