using System.Text.Json;
using GenesysLambdas.Tests.Support;

namespace GenesysLambdas.Tests.EndToEnd;

public sealed class SavedRequestTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string, string> Requests => SavedRequests.All;

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_saved_request_gets_its_saved_answer_from_the_real_executable(string lookup, string name)
    {
        var result = await fixture.Emulator.InvokeAsync(lookup, SavedRequests.Read(lookup, name));

        using var expected = JsonDocument.Parse(SavedRequests.ExpectedAnswer(lookup, name));
        Assert.Equal(JsonSerializer.Serialize(expected, Indented), JsonSerializer.Serialize(EmulatorFixture.Answer(result), Indented));
    }
}
