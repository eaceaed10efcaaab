using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace GenesysLambdas.Page.Tests;

/// <summary>No input or reply becomes markup: <see cref="ServedPage"/> fails for every script, dialog and policy violation.</summary>
public sealed class HostileTests(SystemChromium chromium)
{
    private const string Hostile = """<img src=x onerror="alert(1)"><script>alert(2)</script>'"${}{{7*7}}javascript:alert(3)‮txt""";

    [Fact]
    public async Task Hostile_inputs_are_shown_as_text()
    {
        await using var served = await ServedPage.OpenAsync(chromium);
        foreach (var lookup in LookupRegistry.Contracts)
        {
            await served.PickAsync(lookup.Name);
            foreach (var input in lookup.Inputs)
            {
                await served.FillAsync(input.Name, Hostile);
            }

            await served.RunAsync();
            await OpenAllAsync(served);

            await Assertions.Expect(served.Page.Locator("#result-body")).ToContainTextAsync("onerror=");
            await Assertions.Expect(served.Page.Locator("img, script:not([src])")).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task Hostile_replies_are_shown_as_text()
    {
        await using var api = await StartApiAsync();
        await using var served = await ServedPage.OpenAsync(chromium);
        await served.PickAsync("user-lookup");
        await served.FillAsync("user_id", "1");
        await served.Page.GetByText("Call a real API").ClickAsync();
        await served.Page.GetByLabel("Base URL").FillAsync(api.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        await served.Page.GetByRole(AriaRole.Button, new() { Name = "Call this API" }).ClickAsync();
        await Assertions.Expect(served.Page.Locator("#altered")).ToContainTextAsync("USER_API is at http://127.0.0.1");

        Assert.Contains("Success, 200", await served.RunAsync(), StringComparison.Ordinal);
        await OpenAllAsync(served);

        Assert.Contains("""<img src=x onerror="alert(1)">""", await served.OutputAsync("displayName"), StringComparison.Ordinal);
        await Assertions.Expect(served.Page.Locator("img, script:not([src])")).ToHaveCountAsync(0);
    }

    private static Task<object?> OpenAllAsync(ServedPage served) =>
        served.Page.Locator("#result-body details").EvaluateAllAsync<object?>("all => all.forEach(details => { details.open = true; })");

    private static async Task<WebApplication> StartApiAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var api = builder.Build();
        api.Map("/{**path}", context =>
        {
            context.Response.Headers["X-Hostile"] = "<b>bold</b>";
            return context.Response.WriteAsJsonAsync(new JsonObject { ["id"] = 1, ["name"] = Hostile, ["email"] = Hostile });
        });
        await api.StartAsync();
        return api;
    }
}
