using System.Reflection;
using System.Text.Json;
using GenesysLambdas.Core.Requests;

namespace GenesysLambdas.Core.Generator.Tests;

/// <summary>An input of a nullable type distinguishes "not given" from "no", in the generated code too.</summary>
public sealed class NullableInputTests
{
    private const string Record = """
        public sealed partial record In
        {
            [Input("a", "A.")] public string? Text { get; init; }
            [Input("b", "B.", Minimum = -5)] public int? Count { get; init; }
            [Input("c", "C.")] public long? Many { get; init; }
            [Input("d", "D.")] public decimal? Amount { get; init; }
            [Input("e", "E.")] public bool? IsUrgent { get; init; }
        }
        """;

    private static readonly Lazy<MethodInfo> Read = new(() =>
    {
        var assembly = new MemoryStream();
        var emitted = SampleCompilation.Generate(Record).Compilation.Emit(assembly);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return Assembly.Load(assembly.ToArray()).GetType("Sample.In")!.GetMethod("Read")!;
    });

    [Theory]
    [InlineData("{}", "In { Text = , Count = , Many = , Amount = , IsUrgent =  }")]
    [InlineData("""{"a":null,"b":null,"c":"","d":" ","e":null}""", "In { Text = , Count = , Many = , Amount = , IsUrgent =  }")]
    [InlineData("""{"a":"x","b":0,"c":0,"d":0,"e":false}""", "In { Text = x, Count = 0, Many = 0, Amount = 0, IsUrgent = False }")]
    [InlineData("""{"a":" x ","b":"-5","c":5000000000,"d":"15","e":"true"}""", "In { Text = x, Count = -5, Many = 5000000000, Amount = 15, IsUrgent = True }")]
    public void Is_null_only_if_it_is_not_given(string inputs, string expected)
    {
        var reader = Reader(inputs);

        Assert.Equal(expected, $"{Read.Value.Invoke(null, [reader])}");
        reader.ThrowIfInvalid();
    }

    [Fact]
    public void Rejects_an_invalid_value()
    {
        var reader = Reader("""{"a":"x\u0000","b":-6,"c":"many","d":true,"e":1}""");
        Read.Value.Invoke(null, [reader]);

        var message = Assert.ThrowsAny<Exception>(reader.ThrowIfInvalid).Message;

        Assert.All("abcde", name => Assert.Contains($"{name} must", message, StringComparison.Ordinal));
    }

    private static InputReader Reader(string inputs) => new(JsonDocument.Parse(inputs).RootElement);
}
