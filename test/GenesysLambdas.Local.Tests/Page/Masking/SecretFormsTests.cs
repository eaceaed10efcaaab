using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using GenesysLambdas.Local.Page.Masking;
using GenesysLambdas.Local.SecretsManager;
using GenesysLambdas.Local.Tests.Emulator;

namespace GenesysLambdas.Local.Tests.Page.Masking;

public class SecretFormsTests
{
    private const string Mask = SecretMask.Mask;

    // A secret with 1,000 members used to take minutes.
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("abcdef|cdefgh", "xabcdefghx", $"x{Mask}x")]
    [InlineData("tok-1|tok-12|tok-123", "tok-1234 tok-12 tok-1", $"{Mask}4 {Mask} {Mask}")]
    [InlineData("secret-4711", "secret-4711secret-4711", Mask + Mask)]
    [InlineData("4711|x4711x", "x4711x4711", Mask + Mask)]
    [InlineData("abcd|bcde|cdef", "abcdef", Mask)]
    [InlineData("secret-4711", "secret-471", "secret-471")]
    public void Masks_overlapping_values(string values, string text, string expected)
    {
        Assert.Equal(expected, new SecretMask(values.Split('|')).Apply(text));
    }

    [Theory]
    [InlineData("""{"a":"to","b":"x","c":"","d":1}""", "to be or not to be, x or y, 1 or 2", "to be or not to be, x or y, 1 or 2")]
    [InlineData("""{"a":"to","b":"x"}""", "Basic dG86eA==", $"Basic {Mask}")]
    [InlineData("""{"a":"to","b":""}""", "Basic dG86, dG8", $"Basic {Mask}, dG8")]
    [InlineData("""{"a":"to","b":""}""", "Basic OnRv, On", $"Basic {Mask}, On")]
    [InlineData("abc", "abc YWJj", "abc YWJj")]
    public void Masks_very_short_values_only_as_pairs(string secret, string text, string expected)
    {
        Assert.Equal(expected, new SecretMask([secret]).Apply(text));
    }

    [Theory]
    [InlineData("%41bc-4711", "a=%41bc-4711&b=%2541bc-4711&c=Abc-4711", $"a={Mask}&b={Mask}&c=Abc-4711")]
    [InlineData("dXNlcjpwYXNz", "dXNlcjpwYXNz ZFhObGNqcHdZWE56", $"{Mask} {Mask}")]
    [InlineData(@"a\u0041b\n4711", @"a\u0041b\n4711 a\\u0041b\\n4711 aAb", $"{Mask} {Mask} aAb")]
    [InlineData("a b+c/d", "a b+c/d a+b%2Bc%2Fd a%20b%2bc%2fd a%20b+c/d a b\\u002Bc\\/d", $"{Mask} {Mask} {Mask} {Mask} {Mask}")]
    [InlineData("tökén", "t%C3%B6k%C3%A9n t%c3%b6ken tök%C3%A9n t\\u00f6k\\u00E9n t\\\\u00f6k\\\\u00E9n %C3 \\u00f", $"{Mask} t%c3%b6ken {Mask} {Mask} {Mask} %C3 \\u00f")]
    [InlineData("key\U0001F511key", "key%F0%9F%94%91key key\\ud83d\\udd11key", $"{Mask} {Mask}")]
    public void Masks_escaped_and_encoded_values(string secret, string text, string expected)
    {
        Assert.Equal(expected, new SecretMask([secret]).Apply(text));
    }

    [Theory]
    [InlineData("""{"token":"secret-4711","token":"secret-4712"}""", "secret-4711 secret-4712", $"{Mask} {Mask}")]
    [InlineData("""{"token":"\ud800secret-4711"}""", @"\ud800secret-4711", Mask)]
    [InlineData("""["secret-4711",{"a":[12345678]}]""", "secret-4711 12345678", $"{Mask} {Mask}")]
    [InlineData("\"secret-4711\"", "secret-4711", Mask)]
    [InlineData(" secret-4711\n", "secret-4711", Mask)]
    [InlineData("", "nothing", "nothing")]
    [InlineData("null", "is null", $"is {Mask}")]
    public void Masks_any_kind_of_secret(string secret, string text, string expected)
    {
        Assert.Equal(expected, new SecretMask([secret]).Apply(text));
    }

    [Fact]
    public void Masks_random_values_in_every_form()
    {
        const string characters = "ab:+/ =%\\\"ö€🔑";
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var values = Enumerable.Range(0, 4).Select(_ => new StringBuilder().Insert(0, "x", random.Next(0, 2)).Append(string.Concat(random.GetItems(
                characters.EnumerateRunes().Select(rune => rune.ToString()).ToArray(), random.Next(1, 9)))).ToString()).ToList();
            var secret = new JsonObject(values.Select((value, i) => KeyValuePair.Create($"m{i}", (JsonNode?)value))).ToJsonString();
            var forms = values.Where(value => value.Length >= 4).Append(secret).SelectMany(Forms)
                .Concat(from name in values from password in values where name != password from form in Escaped(Base64($"{name}:{password}")) select form)
                .Distinct(StringComparer.Ordinal).ToArray();
            random.Shuffle(forms);

            var masked = new SecretMask([secret]).Apply(string.Join('|', forms));

            Assert.All(forms, form => Assert.False(masked.Contains(form, StringComparison.Ordinal), $"Seed {seed}, round {round}: {form} in {masked}, of {secret}"));
        }
    }

    [Theory]
    [InlineData("all different")]
    [InlineData("prefixes of one another")]
    [InlineData("one letter")]
    public void Masks_a_secret_with_thousands_of_members_quickly(string kind)
    {
        var members = kind switch
        {
            "all different" => Enumerable.Range(0, 10_000).Select(i => $"value-{i:D5}"),
            "prefixes of one another" => Enumerable.Range(1, 350).Select(length => new string('a', length)),
            _ => Enumerable.Range(0, 10_000).Select(i => $"{(char)('a' + (i % 26))}"),
        };
        var secret = new JsonArray([.. members.Select(member => (JsonNode)member)]).ToJsonString();
        var text = string.Join(' ', members.Take(5_000)) + new string('a', 64 * 1024) + Base64("value-00001:value-09999") + Base64("a:b");
        var started = Stopwatch.GetTimestamp();

        var masked = new SecretMask([secret]).Apply(text + text.Replace("-", "%2D", StringComparison.Ordinal));

        Assert.True(Stopwatch.GetElapsedTime(started) < Long, $"It took {Stopwatch.GetElapsedTime(started)}.");
        Assert.DoesNotContain(members.Where(member => member.Length >= 4), member => masked.Contains(member, StringComparison.Ordinal));
        Assert.Equal(kind != "all different", masked.Contains(Base64("value-00001:value-09999"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_with_a_thousand_members_does_not_slow_a_call()
    {
        await using var page = await TestPage.StartAsync();
        var members = Enumerable.Range(0, 1000).Select(i => $"value-{i:D4}").ToList();
        var secret = new JsonObject(members.Select((member, i) => KeyValuePair.Create($"member{i}", (JsonNode?)member))).ToJsonString();
        page.Emulator.Emulator.Secrets.Put("genesys-lambdas/weather-api", new SecretValue(secret));
        using var function = new VisitingFunction(page.Emulator.Client);
        var started = Stopwatch.GetTimestamp();

        var calling = page.CallAsync($$"""{"inputs": {"city_name": "{{members[500]}}" } }""");
        await function.NextAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/stand-ins/weather-api/{members[999]}");
        request.Headers.TryAddWithoutValidation("X-Plain", Base64($"{members[1]}:{members[2]}"));
        using var response = await function.SendAsync(request);
        await function.AnswerAsync();
        var call = await calling;

        Assert.True(Stopwatch.GetElapsedTime(started) < Long, $"It took {Stopwatch.GetElapsedTime(started)}.");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("value-", call.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Base64("value-0001:value-0002"), call.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Masks_a_removed_secret()
    {
        var store = new SecretStore();
        var masks = new SecretMasks(store);
        store.Create("mine", new SecretValue("secret-4711"));
        var mask = masks.Current;
        store.Remove("mine");

        Assert.Same(mask, masks.Current);
        Assert.Equal(Mask, masks.Current.Apply("secret-4711"));
    }

    private static IEnumerable<string> Forms(string value) => Escaped(value).Append(Base64(value));

    private static IEnumerable<string> Escaped(string value) =>
    [
        value,
        Uri.EscapeDataString(value),
        WebUtility.UrlEncode(value),
        JavaScriptEncoder.Default.Encode(value),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value),
        JavaScriptEncoder.Default.Encode(JavaScriptEncoder.Default.Encode(value)),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value)),
    ];

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
