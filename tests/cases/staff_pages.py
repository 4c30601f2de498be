"""Reading the staff's pages in English."""


def signed_in(client, user):
    client.force_login(user)
    client.cookies["django_language"] = "en"
    return client


def text(answer):
    return answer.content.decode()
