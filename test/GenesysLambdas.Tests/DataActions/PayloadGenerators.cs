using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace GenesysLambdas.Tests.DataActions;

/// <summary>Payloads as JSON text: valid ones, ones that are nearly valid, and anything.</summary>
internal static class PayloadGenerators
{
    private static readonly Gen<string> Character = Gen.Frequency(
        (8, Gen.Choose(32, 126).Select(code => ((char)code).ToString())),
        (2, Gen.Choose(0, 0xD7FF).Select(code => ((char)code).ToString())),
        (1, Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32)));

    private static readonly Gen<string> Text = Character.ListOf().Select(characters => JsonSerializer.Serialize(string.Concat(characters)));

    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Choose(-10, 10).Select(number => number.ToString()),
        Gen.Elements("1.0", "3e0", "-0", "0.1", "1e400", "-1E-7", "99999999999999999999", "3.00000000000000000000000000000001"));

    private static readonly Gen<string> Json = Gen.Sized(size => JsonOf(Math.Min(size / 10, 4)));

    private static readonly Gen<string> Oddity = Gen.Elements(
        "", "{", "nope", "{\"a\":1,}", "\"\\ud800\"", "{\"\\udc00\":1}", "[\"\\ud83d\"]", "{\"a\":1,\"a\":2}", new string('[', 3000) + new string(']', 3000));

    /// <summary>Valid by the rules.</summary>
    public static Gen<string> Valid { get; } = Payload(
        Member("external_id", Character.NonEmptyListOf().Select(characters => JsonSerializer.Serialize(string.Concat(characters.Take(255))))),
        Member("channel", Gen.Elements("\"chat\"", "\"voice\"", "\"email\"", "\"web\"")),
        Member("timestamp", Gen.Elements("\"2026-01-31T12:30:00Z\"", "\"1999-12-31T23:59:59.999+05:30\"", "\"2024-02-29T00:00-08\"")),
        Maybe("metadata", Gen.OneOf(Gen.Constant("null"), ObjectOf(Json))),
        Member("priority", Gen.Choose(1, 5).Select(number => number.ToString())),
        Maybe("tags", TagsOf(Gen.OneOf(Gen.Elements("\"a\"", "\"\\u0061\"", "\"b\""), Text))),
        Member("callback_url", Gen.Elements("\"https://example.com/\"", "\"http://localhost:1/x?y=%20\"")),
        Maybe("more", Json));

    /// <summary>Anything at all, and much that is nearly valid.</summary>
    public static Gen<string> Any { get; } = Gen.Frequency(
        (1, Oddity.Where(IsJson)),
        (2, Json),
        (2, Valid),
        (5, Payload(
            Maybe("external_id", Or(Text)),
            Maybe("channel", Or(Gen.Elements("\"chat\"", "\"Chat\""))),
            Maybe("timestamp", Or(Gen.Elements("\"2026-01-31T12:30:00Z\"", "\"2026-01-31T12:30:00\"", "\"2026\""))),
            Maybe("metadata", Json),
            Maybe("priority", Or(Number)),
            Maybe("tags", Or(TagsOf(Json))),
            Maybe("callback_url", Or(Gen.Elements("\"https://example.com/\"", "\"https://\"", "\"mailto:a\""))),
            Maybe("tags", Json))));

    private static Gen<string> Or(Gen<string> usual) => Gen.Frequency((4, usual), (1, Json), (1, Oddity.Where(IsJson)));

    private static Gen<string> JsonOf(int depth)
    {
        var leaf = Gen.OneOf(Gen.Elements("null", "true", "false"), Number, Text);
        return depth == 0 ? leaf : Gen.OneOf(leaf, JsonOf(depth - 1).ListOf().Select(items => $"[{string.Join(",", items.Take(5))}]"), ObjectOf(JsonOf(depth - 1)));
    }

    private static Gen<string> ObjectOf(Gen<string> value) =>
        Text.Zip(value).ListOf().Select(members => $"{{{string.Join(" , ", members.Take(5).DistinctBy(member => member.Item1).Select(member => $"{member.Item1}: {member.Item2}"))}}}");

    private static Gen<string> TagsOf(Gen<string> tag) => tag.ListOf().Select(tags => $"[{string.Join(",", tags.Take(10))}]");

    private static Gen<string> Member(string name, Gen<string> value) => value.Select(json => $"\"{name}\":{json}");

    private static Gen<string> Maybe(string name, Gen<string> value) => Gen.Frequency((3, Member(name, value)), (1, Gen.Constant("")));

    /// <summary>The first four members make the contact.</summary>
    private static Gen<string> Payload(params Gen<string>[] members) =>
        Gen.CollectToArray(members).Select(all => $"{{{Join([$"\"contact\":{{{Join(all[..4])}}}", .. all[4..]])}}}");

    private static string Join(IEnumerable<string> members) => string.Join(",", members.Where(member => member.Length > 0));

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = int.MaxValue });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
