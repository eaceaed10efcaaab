using System.Text.Json;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests.Lookups;

public sealed class ContactByPhoneTests
{
    private static readonly object Inputs = new { phoneNumber = "tel:+15551234567" };

    [Fact]
    public async Task A_contact_is_found()
    {
        await using var api = GenesysApi.Answering(Reply.Ok("""
            {"contacts":[
              {"id":"c-1","firstName":"Alice","lastName":"Smith","title":"CTO","workEmail":"alice@work.example","personalEmail":"alice@home.example","externalOrganization":{"id":"o-1","name":"Acme"}},
              {"id":"c-2"}],
             "externalOrganizations":[]}
            """));
        using var function = api.Function("contact-by-phone");

        var outputs = await function.InvokeAsync(Inputs);

        outputs.AssertSuccess();
        AssertContact(outputs, found: true, "c-1", "Alice", "Smith", "CTO", "alice@work.example", "Acme", matches: 2);
        Assert.Equal("GET", api.Request.Method);
        Assert.Equal("/api/v2/externalcontacts/reversewhitepageslookup?lookupVal=%2B15551234567&expand=contacts.externalOrganization", api.Request.Target);
    }

    [Theory]
    [InlineData("""{"workEmail":"","personalEmail":"home@example.com"}""", "home@example.com")]
    [InlineData("""{"personalEmail":"home@example.com"}""", "home@example.com")]
    [InlineData("""{"workEmail":null}""", "")]
    public async Task The_email_is_the_work_address_or_else_the_personal_one(string contact, string email)
    {
        await using var api = GenesysApi.Answering(Reply.Ok($$"""{"contacts":[{{contact}}]}"""));
        using var function = api.Function("contact-by-phone");

        AssertContact(await function.InvokeAsync(Inputs), found: true, email: email, matches: 1);
    }

    [Theory]
    [InlineData(200, """{"contacts":[],"externalOrganizations":[{"name":"Acme"}]}""")]
    [InlineData(200, """{"contacts":[null]}""")]
    [InlineData(404, "")]
    public async Task An_unknown_number_is_an_answer(int status, string reply)
    {
        await using var api = GenesysApi.Answering(Reply.Status(status, reply));
        using var function = api.Function("contact-by-phone");

        var outputs = await function.InvokeAsync(Inputs);

        outputs.AssertSuccess();
        AssertContact(outputs, found: false);
    }

    [Theory]
    [InlineData("""{"contacts":[{"id":"c-1"}]}""", 1)]
    [InlineData("""{"contacts":[]}""", 2)]
    public async Task Caches_a_found_contact_for_as_long_as_a_setting_says(string reply, int requests)
    {
        await using var api = GenesysApi.Answering(Reply.Ok(reply));
        using var function = api.Function("contact-by-phone").With("GENESYS_API_CACHE_SECONDS", "60");

        await function.InvokeAsync(Inputs);
        await function.InvokeAsync(Inputs);

        Assert.Equal(requests, api.Requests.Count);
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData("sip:anonymous@anonymous.invalid")]
    [InlineData("Restricted")]
    public async Task A_withheld_number_is_not_found_and_nothing_is_called(string number)
    {
        await using var api = GenesysApi.Answering(Reply.Ok("{}"));
        using var function = api.Function("contact-by-phone");

        var outputs = await function.InvokeAsync(new { phoneNumber = number });

        outputs.AssertSuccess();
        AssertContact(outputs, found: false);
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task A_bad_number_is_refused_and_nothing_is_called()
    {
        await using var api = GenesysApi.Answering(Reply.Ok("{}"));
        using var function = api.Function("contact-by-phone");

        (await function.InvokeAsync(new { phoneNumber = "+12" })).AssertFailure(
            400, "ValidationError", "phoneNumber must be a phone number of 8 to 15 digits, such as +15551234567");
        (await function.InvokeAsync(new { })).AssertFailure(400, "ValidationError", "Missing phoneNumber field");
        Assert.Empty(api.Requests);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"contacts":null}""")]
    [InlineData("""{"contacts":{}}""")]
    [InlineData("""{"contacts":[[]]}""")]
    [InlineData("""{"contacts":[{"externalOrganization":[]}]}""")]
    [InlineData("<html></html>")]
    public async Task A_reply_that_is_not_as_expected_is_an_ExternalApiError(string reply)
    {
        await using var api = GenesysApi.Answering(Reply.Ok(reply));
        using var function = api.Function("contact-by-phone");

        var outputs = await function.InvokeAsync(Inputs);

        Assert.Equal("ExternalApiError", outputs.Text("errorCode"));
        AssertContact(outputs, found: false);
    }

    [Fact]
    public async Task Numbers_become_strings()
    {
        await using var api = GenesysApi.Answering(Reply.Ok("""{"contacts":[{"id":7,"externalOrganization":{"name":1.50}}]}"""));
        using var function = api.Function("contact-by-phone");

        AssertContact(await function.InvokeAsync(Inputs), found: true, id: "7", organization: "1.50", matches: 1);
    }

    private static void AssertContact(
        JsonElement outputs, bool found, string id = "", string first = "", string last = "", string title = "", string email = "", string organization = "", int matches = 0) =>
        Assert.Equal(
            (found, id, first, last, title, email, organization, matches),
            (outputs.Flag("contactFound"), outputs.Text("contactId"), outputs.Text("firstName"), outputs.Text("lastName"), outputs.Text("title"),
                outputs.Text("email"), outputs.Text("organizationName"), outputs.GetProperty("matchCount").GetInt32()));
}
