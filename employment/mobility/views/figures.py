"""Demand and supply in the region, and the measures with their money and results."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from employment.mobility import access, results
from employment.mobility import market as of_market
from socialcode.accounts.access import staff_only
from socialcode.law.regions import regions


@require_GET
@never_cache
@staff_only
def market(request):
    region = access.region_of(request.user)
    context = {
        "region": regions()[region],
        "tiles": of_market.by_region(),
        "districts": of_market.by_district(region),
        "trades": of_market.by_trade(region),
    }
    return render(request, "employment/mobility/market.html", context)


@require_GET
@never_cache
@staff_only
def measures(request):
    region = access.region_of(request.user)
    this_year = timezone.localdate().year
    year = int(request.GET["year"][:4]) if request.GET.get("year", "").isdecimal() else this_year
    year = min(max(year, this_year - 5), this_year + 1)
    lines = results.lines_of(region, year)
    context = {
        "region": regions()[region],
        "year": year,
        "years": range(this_year - 2, this_year + 2),
        "lines": lines,
        "together": results.by_measure(lines),
        "providers": results.by_provider(region, year),
    }
    return render(request, "employment/mobility/measures.html", context)
