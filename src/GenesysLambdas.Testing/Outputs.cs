namespace GenesysLambdas.Testing;

/// <summary>Reads and checks a lookup's outputs.</summary>
public static class Outputs
{
    public static string? Text(this JsonElement outputs, string name) => outputs.GetProperty(name).GetString();

    public static bool Flag(this JsonElement outputs, string name) => outputs.GetProperty(name).GetBoolean();

    public static void AssertSuccess(this JsonElement outputs) => outputs.AssertCommon(success: true, 200, "", "");

    public static void AssertFailure(this JsonElement outputs, int statusCode, string errorCode, string errorMessage) =>
        outputs.AssertCommon(success: false, statusCode, errorCode, errorMessage);

    private static void AssertCommon(this JsonElement outputs, bool success, int statusCode, string errorCode, string errorMessage) =>
        Assert.Equal(
            (success, statusCode, errorCode, errorMessage),
            (outputs.Flag("success"), outputs.GetProperty("statusCode").GetInt32(), outputs.Text("errorCode"), outputs.Text("errorMessage")));
}
