namespace GenesysLambdas.Publishing.Platform;

/// <summary>Lists of the platform API, page by page.</summary>
internal static class Pages
{
    private const int Size = 100;

    /// <param name="client">The API.</param>
    /// <param name="path">The list's path, with a query or without.</param>
    /// <param name="what">What is read, for messages.</param>
    /// <param name="permission">What the OAuth client needs for it.</param>
    public static async Task<IReadOnlyList<JsonObject>> ReadAsync(PlatformClient client, string path, string what, string permission, CancellationToken cancellationToken)
    {
        var all = new List<JsonObject>();
        for (var number = 1; ; number++)
        {
            var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var request = PlatformRequest.Get($"{path}{separator}pageSize={Size}&pageNumber={number}", $"read {what}", permission);
            var page = await client.SendAsync(request, cancellationToken);
            // Without its list, a page must not pass for an empty one: what is there would be made again.
            var entities = page["entities"] is JsonArray list ? list.OfType<JsonObject>().ToList() : throw PlatformProblem.Lacks(request, "entities");
            all.AddRange(entities);
            // A page may be shorter than asked for, and some lists do not say how many there are.
            if (entities.Count == 0 || number >= (page.Value<int>("pageCount") ?? int.MaxValue))
            {
                return all;
            }
        }
    }
}
