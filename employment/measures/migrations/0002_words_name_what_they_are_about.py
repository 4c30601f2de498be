"""The words of a contract call "about" what they called "measure": contracts of other rooms have the same parts."""

from django.db import migrations


def rename(old, new):
    def renamed(apps, _schema):
        contracts = apps.get_model("measures", "Contract").objects
        for contract in contracts.iterator(chunk_size=500):
            for said in contract.words.values():
                if old in said:
                    said[new] = said.pop(old)
            contract.save(update_fields=["words"])

    return renamed


class Migration(migrations.Migration):
    dependencies = [("measures", "0001_map_applications_and_contracts")]
    operations = [migrations.RunPython(rename("measure", "about"), rename("about", "measure"))]
