using System.Text;
using System.Text.Json;
using GenesysLambdas.Core.Answers;
using GenesysLambdas.Core.Requests;

namespace GenesysLambdas.Core.Tests.Answers;

/// <summary>The size of a whole answer, as the serializer sends it.</summary>
public sealed class AnswerSizeTests
{
    private const int MaxBytes = 1_000_000;

    // What text costs most: quotation marks within JSON within JSON, escapes, and characters of one to four bytes.
    private static readonly string[] Alphabets = ["a", "\"", "\\", "\n", "\u00E9", "\u20AC", "\U0001F600", "\uE000", "\uFFFD", "a\"\\\u00E9\u20AC\U0001F600\n"];

    public static TheoryData<int, int?> DialectsAndHttp => [.. from dialect in Enum.GetValues<Dialect>() from http in new int?[] { null, 200 } select ((int)dialect, http)];

    [Theory]
    [MemberData(nameof(DialectsAndHttp))]
    public void The_longest_outputs_are_cut_until_the_answer_fits(int dialect, int? httpStatus)
    {
        foreach (var alphabet in Alphabets)
        {
            var outputs = new AnyOutputs
            {
                Texts = [Of(alphabet, 30_000), Of(alphabet, 900_000), "short", Of(alphabet, 1_000_000)],
                MaxLength = MaxBytes,
            };

            var (answer, cut, bytes) = Send(outputs, (Dialect)dialect, httpStatus);

            Assert.InRange(bytes, MaxBytes - 64, MaxBytes - 1);
            Assert.Equal(["text1", "text3"], cut);
            Assert.Equal((outputs.Texts[0], "short"), (answer.GetProperty("text0").GetString(), answer.GetProperty("text2").GetString()));
            Assert.StartsWith(answer.GetProperty("text1").GetString()!, outputs.Texts[1], StringComparison.Ordinal);
            Assert.StartsWith(answer.GetProperty("text3").GetString()!, outputs.Texts[3], StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(DialectsAndHttp))]
    public void JSON_text_is_never_cut(int dialect, int? httpStatus)
    {
        var outputs = new AnyOutputs { Json = JsonSerializer.Serialize(Of("ab", 600_000)), Texts = [Of("c", 600_000)], MaxLength = MaxBytes };

        var (answer, cut, bytes) = Send(outputs, (Dialect)dialect, httpStatus);

        Assert.InRange(bytes, MaxBytes - 64, MaxBytes - 1);
        Assert.Equal(["text0"], cut);
        Assert.Equal(outputs.Json, answer.GetProperty("json").GetString());
    }

    [Theory]
    [MemberData(nameof(DialectsAndHttp))]
    public void Arrays_keep_the_same_number_of_items_as_each_other(int dialect, int? httpStatus)
    {
        var long1 = Enumerable.Repeat(Of("a", 500), 1_000).ToList();
        var long2 = Enumerable.Range(0, 1_000).Select(i => Of("\"", i)).ToList();
        var outputs = new AnyOutputs { Lists = [long1, long2, ["one"]], Texts = [Of("t", 32_000)], MaxLength = MaxBytes };

        var (answer, _, bytes) = Send(outputs, (Dialect)dialect, httpStatus);

        Assert.InRange(bytes, 1, MaxBytes - 1);
        Assert.Equal((1_000, 1_000, 1), (answer.GetProperty("list0").GetArrayLength(), answer.GetProperty("list1").GetArrayLength(), answer.GetProperty("list2").GetArrayLength()));
        Assert.Equal((outputs.Texts[0], "one"), (answer.GetProperty("text0").GetString(), answer.GetProperty("list2")[0].GetString()));
    }

    [Fact]
    public void Drops_items_from_all_arrays_if_even_empty_ones_do_not_fit()
    {
        var many = Enumerable.Repeat("x", 300_000).ToList();
        var outputs = new AnyOutputs { Lists = [many, many], MaxItems = 1_000_000 };

        var (answer, cut, bytes) = Send(outputs, Dialect.Inputs, 200);

        Assert.InRange(bytes, MaxBytes / 3, MaxBytes - 1);
        Assert.Equal(["list0", "list1"], cut);
        Assert.Equal(answer.GetProperty("list0").GetArrayLength(), answer.GetProperty("list1").GetArrayLength());
    }

    [Fact]
    public void An_answer_with_too_much_JSON_text_does_not_fit_whatever_is_cut() =>
        Assert.Null(new LookupAnswer(Dialect.Flat, new AnyOutputs { Json = Of("a", MaxBytes), Lists = [["a"]] }, null).Fit());

    [Fact]
    public void Outputs_have_at_most_32000_code_units_and_1000_items_unless_declared_otherwise()
    {
        var outputs = new AnyOutputs { Texts = [Of("a", 32_000), Of("b", 32_001)], Lists = [Enumerable.Repeat("x", 1_000).ToList(), Enumerable.Repeat("y", 1_001).ToList(), [Of("z", 32_001), "z"]] };

        var (answer, cut, _) = Send(outputs, Dialect.Flat, null);

        Assert.Equal(["text1", "list1", "list2"], cut);
        Assert.Equal((32_000, 32_000), (answer.GetProperty("text0").GetString()!.Length, answer.GetProperty("text1").GetString()!.Length));
        Assert.Equal((1_000, 1_000), (answer.GetProperty("list0").GetArrayLength(), answer.GetProperty("list1").GetArrayLength()));
        Assert.Equal([32_000, 1], answer.GetProperty("list2").EnumerateArray().Select(item => item.GetString()!.Length));
    }

    [Fact]
    public void Cuts_nothing_within_the_limits()
    {
        var outputs = new AnyOutputs { Texts = [.. Enumerable.Repeat(Of("a", 32_000), 31)], Lists = [[null], null] };

        var (answer, cut, _) = Send(outputs, Dialect.Data, null);

        Assert.Empty(cut);
        Assert.Equal("", answer.GetProperty("list0")[0].GetString());
        Assert.Equal(0, answer.GetProperty("list1").GetArrayLength());
    }

    [Fact]
    public void A_common_output_is_cut_like_any_other()
    {
        var outputs = new AnyOutputs().FailedWith(new Failure(ErrorCode.ExternalApiError, Of("m", 40_000) + "\u202E"));

        var (answer, cut, _) = Send(outputs, Dialect.Flat, null);

        Assert.Equal(["errorMessage"], cut);
        Assert.Equal(32_000, answer.GetProperty("errorMessage").GetString()!.Length);
    }

    [Fact]
    public void Any_answer_stays_under_the_limit()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            var outputs = new AnyOutputs
            {
                Texts = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Any(400_000))],
                Lists = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Enumerable.Range(0, random.Next(2_000)).Select(_ => Any(1_000)).ToList())],
                Json = random.Next(2) == 0 ? "" : JsonSerializer.Serialize(Any(30_000)),
                MaxLength = random.Next(1, MaxBytes),
                MaxItems = random.Next(1, 3_000),
            };
            int? httpStatus = random.Next(2) == 0 ? null : 200;

            var (answer, _, bytes) = Send(outputs, (Dialect)random.Next(3), httpStatus);

            Assert.True(bytes < MaxBytes, $"{bytes} bytes with seed {seed}, case {i}");
            Assert.Equal(outputs.Json, answer.GetProperty("json").GetString());
        }

        string Any(int most) => Of(Alphabets[random.Next(Alphabets.Length)], random.Next(most));
    }

    private static string Of(string alphabet, int length) => string.Concat(Enumerable.Repeat(alphabet, length / alphabet.Length));

    private static (JsonElement Outputs, IReadOnlyList<string> Cut, int Bytes) Send(LookupOutputs outputs, Dialect dialect, int? httpStatus)
    {
        var answer = new LookupAnswer(dialect, outputs, httpStatus is { } status ? new HttpHead(status, HasDescription: true, HasHeaderLists: true) : null);
        var cut = answer.Fit();
        using var sent = new MemoryStream();
        new LookupSerializer().Serialize<Answer>(answer, sent);
        var root = JsonDocument.Parse(sent.ToArray()).RootElement;
        root = httpStatus is null ? root : JsonDocument.Parse(root.GetProperty("body").GetString()!).RootElement;
        return (root.TryGetProperty("result", out var result) ? result : root, cut!, (int)sent.Length);
    }

    private sealed record AnyOutputs : LookupOutputs
    {
        public IReadOnlyList<string> Texts { get; init; } = [];

        public IReadOnlyList<IReadOnlyList<string?>?> Lists { get; init; } = [];

        public string Json { get; init; } = "";

        public int? MaxLength { get; init; }

        public int? MaxItems { get; init; }

        protected override void ShowOwn(OutputVisitor outputs)
        {
            for (var i = 0; i < Texts.Count; i++)
            {
                outputs.Text(Name("text", i), Texts[i], MaxLength ?? 32_000);
            }

            outputs.Json("json"u8, Json);
            for (var i = 0; i < Lists.Count; i++)
            {
                outputs.Texts(Name("list", i), Lists[i], MaxLength ?? 32_000, MaxItems ?? 1_000);
            }
        }

        private static byte[] Name(string kind, int i) => Encoding.UTF8.GetBytes($"{kind}{i}");
    }
}
