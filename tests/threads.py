"""Several people press at the same moment, each on a connection to the database of their own."""

import threading

from django.db import connection
from django.utils import translation


def at_once(*changes, refusals) -> list:
    """What each change returned, or raised of the class `refusals`, all begun together."""
    start, results = threading.Barrier(len(changes)), [None] * len(changes)

    def run(place, change):
        try:
            start.wait()
            with translation.override("en"):
                results[place] = change()
        except refusals as refusal:
            results[place] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(changes)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
