using System.Text.Json;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests.Lookups;

public sealed class CustomerByPhoneTests
{
    private const string Alice =
        """{"status":"success","data":{"customerId":"CUST-001","firstName":"Alice","lastName":"Smith","tier":"Gold","lastInteractionDate":"2023-10-15"}}""";

    [Fact]
    public async Task A_customer_is_found()
    {
        await using var api = new ScriptedApi(Reply.Ok(Alice));
        using var function = new TestFunction("customer-by-phone", api.BaseUrl).Secret("""{"token":"the-token"}""");

        var outputs = await function.InvokeAsync(new { phoneNumber = "tel:+15551234567" });

        outputs.AssertSuccess();
        AssertCustomer(outputs, "success", "CUST-001", "Alice", "Smith", "Gold", "2023-10-15");
        Assert.Equal(("POST", "/api/customer/lookup"), (api.Request.Method, api.Request.Target));
        Assert.Equal("""{"phoneNumber":"+15551234567"}""", api.Request.Body);
        Assert.Equal("application/json", api.Request["Content-Type"]);
        Assert.Equal("Bearer the-token", api.Request["Authorization"]);
    }

    [Fact]
    public async Task A_national_number_is_looked_up_as_its_country_writes_it_for_abroad()
    {
        await using var api = new ScriptedApi(Reply.Ok(Alice));
        using var function = new TestFunction("customer-by-phone", api.BaseUrl).With("DEFAULT_COUNTRY_CODE", "39");

        await function.InvokeAsync(new { phoneNumber = "06 698 12345" });

        Assert.Equal("""{"phoneNumber":"+390669812345"}""", api.Request.Body);
    }

    [Theory]
    [InlineData(200, """{"status":"not_found","data":null}""")]
    [InlineData(404, "")]
    public async Task An_unknown_number_is_an_answer(int status, string reply)
    {
        await using var api = new ScriptedApi(Reply.Status(status, reply));
        using var function = new TestFunction("customer-by-phone", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { phoneNumber = "+15551234567" });

        outputs.AssertSuccess();
        AssertCustomer(outputs, "not_found");
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData("sip:Anonymous@anonymous.invalid")]
    [InlineData("tel:restricted")]
    [InlineData("Unknown")]
    [InlineData("unavailable")]
    public async Task A_withheld_number_is_not_found_and_nothing_is_called(string number)
    {
        await using var api = new ScriptedApi(Reply.Ok(Alice));
        using var function = new TestFunction("customer-by-phone", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { phoneNumber = number });

        outputs.AssertSuccess();
        AssertCustomer(outputs, "not_found");
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task A_bad_number_is_refused_and_nothing_is_called()
    {
        await using var api = new ScriptedApi(Reply.Ok(Alice));
        using var function = new TestFunction("customer-by-phone", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { phoneNumber = "+123" });

        outputs.AssertFailure(400, "ValidationError", "phoneNumber must be a phone number of 8 to 15 digits, such as +15551234567");
        AssertCustomer(outputs, "error");
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task A_missing_number_is_reported()
    {
        using var function = new TestFunction("customer-by-phone");

        var outputs = await function.InvokeAsync(new { });

        outputs.AssertFailure(400, "ValidationError", "Missing phoneNumber field");
        AssertCustomer(outputs, "error");
    }

    [Theory]
    [InlineData("""{"status":"success","data":{"customerId":7}}""", "7")]
    [InlineData("""{"status":"success","data":{}}""", "")]
    [InlineData("""{"status":"success","data":{"customerId":null}}""", "")]
    public async Task Missing_parts_of_the_reply_are_empty(string reply, string id)
    {
        await using var api = new ScriptedApi(Reply.Ok(reply));
        using var function = new TestFunction("customer-by-phone", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { phoneNumber = "+15551234567" });

        AssertCustomer(outputs, "success", id);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"status":"success","data":null}""")]
    [InlineData("""{"status":"success"}""")]
    [InlineData("""{"status":"success","data":[]}""")]
    [InlineData("""{"status":"error"}""")]
    [InlineData("")]
    [InlineData("<html>")]
    public async Task A_reply_without_a_customer_is_a_failure(string reply)
    {
        await using var api = new ScriptedApi(Reply.Ok(reply));
        using var function = new TestFunction("customer-by-phone", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { phoneNumber = "+15551234567" });

        Assert.Equal("ExternalApiError", outputs.Text("errorCode"));
        AssertCustomer(outputs, "error");
    }

    [Theory]
    [InlineData(301, "ExternalApiError")]
    [InlineData(400, "ExternalApiError")]
    [InlineData(401, "ExternalApiUnauthorized")]
    [InlineData(403, "ExternalApiUnauthorized")]
    [InlineData(409, "ExternalApiError")]
    [InlineData(418, "ExternalApiError")]
    [InlineData(429, "ExternalApiThrottled")]
    [InlineData(500, "ExternalApiError")]
    [InlineData(502, "ExternalApiError")]
    [InlineData(503, "ExternalApiError")]
    public async Task An_error_status_is_a_failure(int status, string errorCode)
    {
        await using var api = new ScriptedApi(Reply.Status(status));
        using var function = new TestFunction("customer-by-phone", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { phoneNumber = "+15551234567" });

        Assert.Equal(errorCode, outputs.Text("errorCode"));
        AssertCustomer(outputs, "error");
    }

    private static void AssertCustomer(
        JsonElement outputs, string status, string id = "", string firstName = "", string lastName = "", string tier = "", string date = "") =>
        Assert.Equal(
            (status, id, firstName, lastName, tier, date),
            (outputs.Text("status"), outputs.Text("customerId"), outputs.Text("firstName"), outputs.Text("lastName"), outputs.Text("tier"), outputs.Text("lastInteractionDate")));
}
