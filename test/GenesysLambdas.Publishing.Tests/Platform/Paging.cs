using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>
/// A page of a list: <c>ActionEntityListing</c> and <c>IntegrationEntityListing</c> of MyPureCloud/platform-client-sdk-dotnet
/// (build/src/PureCloudPlatform.Client.V2/Model); 25 entities by default (build/docs/IntegrationsApi.md). The most is not
/// documented: 100 is what MyPureCloud/terraform-provider-genesyscloud asks for.
/// </summary>
internal static class Paging
{
    private const int DefaultSize = 25;
    private const int MostSize = 100;
    private const int MostPages = 1_000_000;

    public static PlatformReply Page(PlatformCall call, IEnumerable<JsonObject> entities)
    {
        var all = entities.ToList();
        var (size, number) = (call.Number("pageSize", DefaultSize, MostSize), call.Number("pageNumber", 1, MostPages));
        var count = (all.Count + size - 1) / size;
        var page = new JsonObject
        {
            ["entities"] = new JsonArray([.. all.Skip((number - 1) * size).Take(size)]),
            ["pageSize"] = size,
            ["pageNumber"] = number,
            ["total"] = all.Count,
            ["pageCount"] = count,
            ["firstUri"] = Uri(1),
            ["selfUri"] = Uri(number),
            ["lastUri"] = Uri(Math.Max(count, 1)),
        };
        if (number > 1)
        {
            page["previousUri"] = Uri(number - 1);
        }

        if (number < count)
        {
            page["nextUri"] = Uri(number + 1);
        }

        return new(page);

        string Uri(int pageNumber) => call.Path + QueryString.Create(
        [
            .. call.QueryWithout("pageSize", "pageNumber"),
            KeyValuePair.Create("pageSize", (string?)size.ToString(CultureInfo.InvariantCulture)),
            KeyValuePair.Create("pageNumber", (string?)pageNumber.ToString(CultureInfo.InvariantCulture)),
        ]);
    }
}
