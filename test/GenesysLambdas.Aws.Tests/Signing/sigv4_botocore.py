"""Signs requests with botocore: an implementation of Signature Version 4 that has nothing to do with ours.

Reads a JSON array of requests from standard input and writes it with each request's "authorization" filled in:
    python sigv4_botocore.py < sigv4_vectors.json
"""
import json
import sys

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials


def authorization(vector):
    request = AWSRequest(
        method=vector["method"],
        url=vector["url"],
        headers=dict(vector["headers"]),
        data=vector["body"].encode(),
    )
    request.context["timestamp"] = dict(vector["headers"])["x-amz-date"]
    auth = SigV4Auth(
        Credentials(vector["accessKey"], vector["secretKey"], vector["token"] or None), vector["service"], vector["region"])
    canonical = auth.canonical_request(request)
    signature = auth.signature(auth.string_to_sign(request, canonical), request)
    signed = auth.signed_headers(auth.headers_to_sign(request))
    return f"AWS4-HMAC-SHA256 Credential={auth.scope(request)}, SignedHeaders={signed}, Signature={signature}"


vectors = json.load(sys.stdin)
for vector in vectors:
    vector["authorization"] = authorization(vector)
json.dump(vectors, sys.stdout, indent=2)
sys.stdout.write("\n")
