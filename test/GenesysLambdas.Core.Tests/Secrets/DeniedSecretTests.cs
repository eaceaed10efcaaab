using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using GenesysLambdas.Core.Caching;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Core.Tests.Secrets;

/// <summary>What a lookup answers once its secret was deleted or may not be read any more.</summary>
public sealed class DeniedSecretTests
{
    private static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(5);
    private static readonly AmazonSecretsManagerException Denial = new("private") { ErrorCode = "AccessDeniedException" };

    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_secret_that_is_denied_ends_the_calls_once_it_has_expired()
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"data":{"name":"N"}}"""));
        using var function = new TestFunction("customer-profile", api.BaseUrl, _time).Secret("the-token");
        (await function.InvokeAsync(new { customer_id = "1" })).AssertSuccess();
        function.SecretFails(Denial);
        _time.Advance(TimeToLive);

        // The call that finds the secret expired starts the fetch, and does not wait for it.
        (await function.InvokeAsync(new { customer_id = "1" })).AssertSuccess();
        await AssertEndsAsync(function, new { customer_id = "1" }, "CUSTOMER_API_SECRET_ID");

        function.Secret("the-token");
        _time.Advance(CacheTimes.RefusalLifetime);
        (await function.InvokeAsync(new { customer_id = "1" })).AssertSuccess();
    }

    [Fact]
    public async Task A_secret_that_was_deleted_ends_the_call_in_which_the_API_refuses_it()
    {
        await using var api = new ScriptedApi(Reply.Status(401));
        using var function = new TestFunction("customer-profile", api.BaseUrl, _time).Secret("the-token").Start();
        await LoadedAsync(function);
        function.SecretFails(new ResourceNotFoundException("private"));

        (await function.InvokeAsync(new { customer_id = "1" })).AssertFailure(500, "ConfigurationError", "The secret named by CUSTOMER_API_SECRET_ID does not exist, or has no value yet");
    }

    [Fact]
    public async Task A_client_secret_that_is_denied_ends_its_token_too()
    {
        await using var api = OAuth2Api.Answering(Reply.Ok("""{"contacts":[]}"""));
        using var function = api.Function("contact-by-phone", _time);
        (await function.InvokeAsync(new { phoneNumber = "+15551234567" })).AssertSuccess();
        function.SecretFails(Denial);
        _time.Advance(TimeToLive);

        (await function.InvokeAsync(new { phoneNumber = "+15551234567" })).AssertSuccess();
        await AssertEndsAsync(function, new { phoneNumber = "+15551234567" }, "GENESYS_API_SECRET_ID");
        Assert.Single(api.TokenRequests);
    }

    [Fact]
    public async Task A_token_is_used_while_Secrets_Manager_is_down()
    {
        await using var api = OAuth2Api.Answering(Reply.Ok("""{"contacts":[]}"""));
        using var function = api.Function("contact-by-phone", _time);
        (await function.InvokeAsync(new { phoneNumber = "+15551234567" })).AssertSuccess();
        function.SecretFails(new HttpRequestException("down"));

        for (var i = 0; i < 5; i++)
        {
            _time.Advance(TimeToLive);
            (await function.InvokeAsync(new { phoneNumber = "+15551234567" })).AssertSuccess();
        }
    }

    private static async Task LoadedAsync(TestFunction function)
    {
        while (function.SecretsManager.Invocations.Count == 0)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    // The fetch is in the background, so some calls may still come before its end.
    private static async Task AssertEndsAsync(TestFunction function, object inputs, string setting)
    {
        for (var i = 0; i < 1000; i++)
        {
            var outputs = await function.InvokeAsync(inputs);
            if (!outputs.Flag("success"))
            {
                outputs.AssertFailure(
                    500, "ConfigurationError", $"The secret named by {setting} may not be read by the function; its execution role needs secretsmanager:GetSecretValue on it");
                return;
            }
        }

        Assert.Fail("The denied secret was still used.");
    }
}
