"""The three benefits of the invented nation as variables of OpenFisca."""

import datetime

import numpy
from openfisca_core.model_api import DAY, ETERNITY, Variable, where

from bench.peer.dates import months_after, years_after
from bench.peer.system import LegalStatus, accepted, family, person


class birth_date(Variable):
    value_type = datetime.date
    entity = person
    definition_period = ETERNITY


class birth_order(Variable):
    value_type = int
    entity = person
    definition_period = ETERNITY


class is_child(Variable):
    value_type = bool
    entity = person
    definition_period = ETERNITY


class studies(Variable):
    value_type = bool
    entity = person
    definition_period = DAY


class lives_in_kazakhstan(Variable):
    value_type = bool
    entity = person
    definition_period = DAY


class legal_status(Variable):
    value_type = LegalStatus.__base__
    possible_values = LegalStatus
    default_value = LegalStatus.citizen
    entity = person
    definition_period = DAY


class income_of_quarter(Variable):
    value_type = float
    entity = person
    definition_period = DAY


class birth_grant(Variable):
    value_type = float
    entity = person
    definition_period = DAY

    def formula(person, day, parameters):
        law = parameters(day).birth_grant
        apply_by = months_after(person("birth_date", day), law.months_to_apply)
        eligible = (
            person("lives_in_kazakhstan", day)
            & accepted(person("legal_status", day))
            & (numpy.datetime64(day.date) <= apply_by)
        )
        size = law.size_by_birth_order.calc(person("birth_order", day))
        return where(eligible, numpy.ceil(size * parameters(day).mci), 0)


class counted_children(Variable):
    value_type = int
    entity = family
    definition_period = DAY

    def formula(family, day, parameters):
        law = parameters(day).large_family
        born = family.members("birth_date", day)
        today = numpy.datetime64(day.date)
        minor = born > years_after(today, -law.adult_age)
        student = family.members("studies", day) & (born > years_after(today, -law.student_age))
        return family.sum(family.members("is_child", day) & (minor | student))


class large_family(Variable):
    value_type = float
    entity = family
    definition_period = DAY

    def formula(family, day, parameters):
        law = parameters(day).large_family
        children = family("counted_children", day)
        eligible = (
            family.value_from_first_person(family.members("lives_in_kazakhstan", day))
            & accepted(family.value_from_first_person(family.members("legal_status", day)))
            & (children >= law.least_children)
        )
        size = where(children >= law.per_child_from, children * law.mci_per_child, law.mci_by_children.calc(children))
        return where(eligible, numpy.ceil(size * parameters(day).mci), 0)


class targeted_assistance(Variable):
    value_type = float
    entity = family
    definition_period = DAY

    def formula(family, day, parameters):
        law = parameters(day).targeted_assistance
        members = family.nb_persons()
        income = family.sum(family.members("income_of_quarter", day))
        income_per_person = income / (members * law.months_of_quarter)
        born = family.members("birth_date", day)
        today = numpy.datetime64(day.date)
        is_young = (born <= years_after(today, -law.young_child_from)) & (
            born > years_after(today, -law.young_child_until)
        )
        supplement = family.sum(is_young) * law.supplement * parameters(day).mci
        lacking = (law.poverty_line * members * law.months_of_quarter - income) / law.months_of_quarter
        return where(income_per_person < law.poverty_line, numpy.ceil(lacking + supplement), 0)


INPUTS = (birth_date, birth_order, is_child, studies, lives_in_kazakhstan, legal_status, income_of_quarter)
BENEFITS = (birth_grant, large_family, targeted_assistance)
VARIABLES = (*INPUTS, counted_children, *BENEFITS)
