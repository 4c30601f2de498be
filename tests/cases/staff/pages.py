"""Reading the staff's pages."""


def text(answer):
    return answer.content.decode()


SEEN = {"despite": "Every part was seen at the counter."}
GRANTED = {"kind": "grant"} | SEEN
