namespace GenesysLambdas.Testing.EndToEnd;

public abstract class LookupSavedRequestTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string, string> Requests => SavedRequestFiles.All;

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_saved_request_gets_its_saved_answer_from_the_real_executable(string lookup, string name)
    {
        var result = await fixture.Emulator.InvokeAsync(lookup, SavedRequestFiles.Read(lookup, name));

        using var expected = JsonDocument.Parse(SavedRequestFiles.ExpectedAnswer(lookup, name));
        Assert.Equal(JsonSerializer.Serialize(expected, Indented), JsonSerializer.Serialize(EmulatorFixture.Answer(result), Indented));
    }
}
