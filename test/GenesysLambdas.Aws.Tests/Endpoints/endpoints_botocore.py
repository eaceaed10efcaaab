"""Resolves Secrets Manager's endpoints with botocore's rules, which AWS also generates its .NET SDK's from.

    python endpoints_botocore.py > endpoints.json
"""
import json
import sys

from botocore.endpoint_provider import EndpointProvider
from botocore.exceptions import EndpointProviderError
from botocore.loaders import Loader

loader = Loader()
provider = EndpointProvider(loader.load_service_model("secretsmanager", "endpoint-rule-set-1"), loader.load_data("partitions"))
regions = [
    region
    for partition in loader.load_data("endpoints")["partitions"]
    for region in partition["services"].get("secretsmanager", {"endpoints": {}})["endpoints"]
    if not region.endswith("-fips")
]


def resolve(region, fips, custom):
    try:
        url = provider.resolve_endpoint(Region=region, UseFIPS=fips, UseDualStack=False, **({"Endpoint": custom} if custom else {})).url
    except EndpointProviderError:
        url = None
    return {"region": region, "fips": fips, "custom": custom, "url": url}


cases = [resolve(region, fips, None) for region in [*regions, "eu-south-99"] for fips in (False, True)]
cases += [resolve("us-east-1", fips, "https://vpce.example.com") for fips in (False, True)]
sys.stdout.write("[\n" + ",\n".join(map(json.dumps, cases)) + "\n]\n")
