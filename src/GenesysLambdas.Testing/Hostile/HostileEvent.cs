using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace GenesysLambdas.Testing.Hostile;

/// <summary>A malicious event.</summary>
internal sealed record HostileEvent(byte[] Bytes)
{
    private static readonly Gen<string> Number = Gen.Elements(
        "0", "-0", "5", "1.0", "5.5", "1e400", "-1E-7", "99999999999999999999", "3.00000000000000000000000000000001");
    private static readonly Gen<string> Leaf = Gen.OneOf(Gen.Elements("null", "true", "false", "{}", "[]"), Number, HostileText.Any.Select(HostileText.ToJson));

    /// <summary>Any JSON document, including ones that are almost a request to the lookup.</summary>
    public static Gen<HostileEvent> AnyJson(LookupContract contract)
    {
        var name = Gen.Frequency(
            (6, Gen.Elements(contract.Inputs.Select(input => $"\"{input.Name}\""))),
            (3, Gen.Elements("\"inputs\"", "\"data\"", "\"metadata\"", "\"requestId\"", "\"conversationId\"", "\"__proto__\"")),
            (1, HostileText.Any.Select(HostileText.ToJson)));
        var inputs = Object(name, Leaf);
        return Gen.Frequency(
                (1, Json(name, depth: 3)),
                (1, inputs),
                (2, inputs.Select(json => $"{{\"inputs\":{json}}}")),
                (1, inputs.Zip(inputs).Select(pair => $"{{\"requestId\":{HostileText.ToJson("a\r\nb")},\"data\":{pair.Item1},\"metadata\":{pair.Item2}}}")))
            .Select(json => new HostileEvent(Encoding.UTF8.GetBytes(json)));
    }

    /// <summary>Bytes that are barely JSON or not at all: a JSON document with some bytes cut off and some replaced.</summary>
    public static Gen<HostileEvent> AnyBytes(LookupContract contract) =>
        from json in AnyJson(contract)
        from length in Gen.Choose(0, Math.Min(json.Bytes.Length, 4096))
        from place in Gen.Choose(0, Math.Max(length - 1, 0))
        from value in Gen.Choose(0, 255)
        select new HostileEvent([.. json.Bytes.Take(place), (byte)value, .. json.Bytes.Skip(place + 1).Take(length - place)]);

    /// <summary>An HTTP event with any body, whether or not it is encoded as it claims.</summary>
    public static Gen<HostileEvent> AnyHttp(LookupContract contract) =>
        from body in Gen.OneOf(AnyJson(contract), AnyBytes(contract))
        from text in Gen.Elements(
            HostileText.ToJson(Encoding.UTF8.GetString(body.Bytes)), $"\"{Convert.ToBase64String(body.Bytes)}\"", "null", "7", "\"\\ud800\"")
        from isBase64 in Gen.Elements("true", "false", "null", "\"true\"")
        from header in HostileText.Any.Zip(HostileText.Any)
        select new HostileEvent(Encoding.UTF8.GetBytes($$"""
            {"version":"2.0","headers":{ {{HostileText.ToJson(header.Item1)}}:{{HostileText.ToJson(header.Item2)}} },
             "body":{{text}},"isBase64Encoded":{{isBase64}},
             "requestContext":{"http":{},"requestId":{{HostileText.ToJson(header.Item1)}} } }
            """));

    public override string ToString() =>
        Encoding.UTF8.GetString(Bytes, 0, Math.Min(Bytes.Length, 2000)) + (Bytes.Length > 2000 ? $"... ({Bytes.Length} bytes)" : "");

    private static Gen<string> Json(Gen<string> name, int depth) => depth == 0
        ? Leaf
        : Gen.Frequency(
            (1, Leaf),
            (1, Some(Json(name, depth - 1)).Select(items => $"[{items}]")),
            (2, Object(name, Json(name, depth - 1))));

    private static Gen<string> Object(Gen<string> name, Gen<string> value) =>
        Some(name.Zip(value).Select(pair => $"{pair.Item1}:{pair.Item2}")).Select(members => $"{{{members}}}");

    private static Gen<string> Some(Gen<string> item) =>
        from count in Gen.Choose(0, 5)
        from items in item.ArrayOf(count)
        select string.Join(',', items);
}
