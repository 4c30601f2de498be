"""A tax-benefit system of OpenFisca: persons in families."""

from pathlib import Path

from openfisca_core import entities, indexed_enums, taxbenefitsystems

person = entities.build_entity(key="person", plural="persons", label="Person", is_person=True)
family = entities.build_entity(
    key="family",
    plural="families",
    label="Family",
    roles=[{"key": "member", "plural": "members", "label": "Members"}],
)


class LegalStatus(indexed_enums.Enum):
    citizen = "Citizen"
    kandas = "Kandas"
    treaty_foreigner = "Foreigner under a treaty"
    foreigner = "Other foreigner"
    stateless = "Without citizenship"


def system_of(variables):
    """The system with these variable classes and the parameters of this folder."""
    made = taxbenefitsystems.TaxBenefitSystem([person, family])
    made.load_parameters(str(Path(__file__).parent / "parameters"))
    made.add_variables(*variables)
    return made


def accepted(status):
    """Those whose status counts: citizens, kandas, foreigners under a treaty."""
    return (status == LegalStatus.citizen) | (status == LegalStatus.kandas) | (status == LegalStatus.treaty_foreigner)
