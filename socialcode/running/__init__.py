"""How the portal runs on a machine: its settings' environment, the servers it carries, whether it is well."""
