"""What was published is what we compute."""

import pytest

from socialcode.engine import examples
from socialcode.engine.registry import registry
from tests import shipped


def every_example():
    for provision in registry.provisions.values():
        file = examples.read(provision)
        for example in file["examples"]:
            facts = examples.facts_of(provision, file["given"], example["facts"])
            yield pytest.param(provision, example, facts, id=f"{provision.name}: {example['name']}")


@pytest.mark.parametrize(("provision", "example", "facts"), list(every_example()))
def test_published_result_is_computed(provision, example, facts):
    assert examples.differences(provision, example, facts, shipped.values(example["day"])) == []


@shipped.every_provision
def test_every_condition_is_unmet_in_one_example(provision):
    """So no condition can be lost unseen: the example says which are unmet."""
    conditions = {name for version in provision.rules["eligible"] for name in version.arguments} & set(provision.rules)
    unmet = {name for example in examples.read(provision)["examples"] for name in example["expect"].get("unmet", ())}
    assert conditions == unmet


def test_the_entries_are_counted(tell):
    files = [examples.read(provision) for provision in registry.provisions.values()]
    worked, unusable = (sum(len(file[part]) for file in files) for part in ("examples", "unusable"))
    tell(f"{worked} worked examples, {unusable} published entries that cannot be used")
    assert worked == len(list(every_example()))


def test_every_provision_has_worked_examples_with_their_source():
    for provision in registry.provisions.values():
        file = examples.read(provision)
        assert file["examples"], provision.name
        assert all(example["source"] for example in file["examples"])
        assert all(entry["reason"] for entry in file["unusable"])
