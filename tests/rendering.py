"""What a page was rendered with, for `response.context`: of the page itself.

Django's test client notes it of every template that a page includes as well, which takes longer than a part of them.
"""

from contextlib import contextmanager

import pytest
from django.template.base import Template
from django.test.signals import template_rendered
from django.test.utils import instrumented_test_render


@pytest.fixture(scope="session", autouse=True)
def _noted_of_pages(django_test_environment):
    usual = Template._render

    def render(template, context):
        if context.template is template:
            template_rendered.send(sender=template, template=template, context=context)
        return template.nodelist.render(context)

    Template._render = render
    yield
    Template._render = usual


@contextmanager
def parts_noted():
    """For a test of the parts themselves: `response.templates` has them, too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "_render", instrumented_test_render)
        yield
