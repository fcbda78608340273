"""Compare our own cutting of words into pieces with the library's, on GoEmotions: `python training/pieces.py`."""

from emotions import comments
from encoder import base
from lesson import published_pieces
from tokenizers import Tokenizer

from kindlight.reading.wordpieces import Spelling, plain

if __name__ == "__main__":
    ours, theirs = Spelling(published_pieces()), Tokenizer.from_file(str(base() / "tokenizer.json"))
    theirs.no_padding()
    theirs.no_truncation()
    texts = [text for text, _ in comments("train")]
    other = [t for t in texts if ours.numbers(t) != theirs.encode(plain(t), add_special_tokens=False).ids]
    print(f"{len(other)} of {len(texts)} comments are cut otherwise, for instance: {other[:3]}")
