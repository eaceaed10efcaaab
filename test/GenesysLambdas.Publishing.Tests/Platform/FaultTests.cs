using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Platform;

public sealed class FaultTests : IAsyncLifetime
{
    private PlatformApi _api = null!;
    private PlatformClient _client = null!;
    private JsonObject _body = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await PlatformApi.StartAsync();
        _client = new PlatformClient(_api);
        _body = PlatformClient.Body(_api.AddIntegration("Lambda").Id);
        await _client.LogInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _api.DisposeAsync();
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_status_is_answered_once_before_or_after_the_operation_took_effect(bool afterEffect, int actions)
    {
        _api.FailNext("POST", "/actions/drafts", Fault.Status(503, retryAfter: 7) with { AfterEffect = afterEffect });
        Assert.Single(_api.Unused);

        using (var response = await _client.Http.PostAsync(PlatformClient.Actions + "/drafts", System.Net.Http.Json.JsonContent.Create(_body)))
        {
            Assert.Equal((503, TimeSpan.FromSeconds(7)), ((int)response.StatusCode, response.Headers.RetryAfter!.Delta));
        }

        Assert.Equal(actions, _api.Actions.Count);
        Assert.Empty(_api.Unused);
        Assert.Equal(200, (await _client.SendAsync("POST", PlatformClient.Actions + "/drafts", _body)).Status);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_reply_is_cut_off_after_its_headers(bool afterEffect, int actions)
    {
        _api.FailNext("POST", "/drafts", Fault.CutOff with { AfterEffect = afterEffect });
        using var request = new HttpRequestMessage(HttpMethod.Post, PlatformClient.Actions + "/drafts") { Content = System.Net.Http.Json.JsonContent.Create(_body) };

        using var response = await _client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(200, (int)response.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsStringAsync());
        Assert.Equal(actions, _api.Actions.Count);
    }

    [Fact]
    public async Task A_proxy_answers_in_HTML()
    {
        _api.FailNext("GET", "/actions", Fault.NotJson);

        var (status, body) = await _client.SendAsync("GET", PlatformClient.Actions);

        Assert.Equal(502, status);
        Assert.StartsWith("<html>", (string)body!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_not_answered_until_the_stand_in_ends()
    {
        _api.FailNext("POST", "/oauth/token", Fault.Never);
        var login = _client.LogInAsync();

        while (_api.Unused.Count > 0)
        {
            await Task.Delay(1);
        }

        Assert.False(login.IsCompleted);
        await _api.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => login);
    }

    [Fact]
    public async Task Someone_changes_something_before_a_request_takes_effect()
    {
        var action = _api.AddAction(_body);
        var version = (int)action.Published!["version"]!;
        _api.BeforeNext("PATCH", action.Id, () => action.EditPublished(published => published["name"] = "Theirs"));

        var (status, _) = await _client.SendAsync("PATCH", $"{PlatformClient.Actions}/{action.Id}", new JsonObject { ["version"] = version, ["name"] = "Ours" });

        Assert.Equal((409, "Theirs"), (status, action.Name));
        Assert.Empty(_api.Unused);
    }
}
