namespace GenesysLambdas.Testing;

/// <summary>What tests read in a lookup's outputs, and what they say of them.</summary>
public static class Outputs
{
    /// <summary>An output of the type string.</summary>
    public static string? Text(this JsonElement outputs, string name) => outputs.GetProperty(name).GetString();

    /// <summary>An output of the type boolean.</summary>
    public static bool Flag(this JsonElement outputs, string name) => outputs.GetProperty(name).GetBoolean();

    /// <summary>The common four as Architect sees them on success.</summary>
    public static void AssertSuccess(this JsonElement outputs) => outputs.AssertCommon(success: true, 200, "", "");

    /// <summary>The common four as Architect sees them on a failure.</summary>
    public static void AssertFailure(this JsonElement outputs, int statusCode, string errorCode, string errorMessage) =>
        outputs.AssertCommon(success: false, statusCode, errorCode, errorMessage);

    private static void AssertCommon(this JsonElement outputs, bool success, int statusCode, string errorCode, string errorMessage) =>
        Assert.Equal(
            (success, statusCode, errorCode, errorMessage),
            (outputs.Flag("success"), outputs.GetProperty("statusCode").GetInt32(), outputs.Text("errorCode"), outputs.Text("errorMessage")));
}
