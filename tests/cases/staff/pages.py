"""Reading the staff's pages."""


def text(answer):
    return answer.content.decode()
