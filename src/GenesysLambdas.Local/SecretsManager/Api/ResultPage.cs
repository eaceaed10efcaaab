namespace GenesysLambdas.Local.SecretsManager.Api;

/// <summary>One page of a list: <c>MaxResults</c> and <c>NextToken</c> in the request, <c>NextToken</c> in the answer.</summary>
internal static class ResultPage
{
    private const int MaxSize = 100;

    public static JsonObject Add<T>(JsonObject answer, string name, IReadOnlyList<T> all, SecretsRequest request, Func<T, JsonObject> entry)
    {
        var start = request.Optional("NextToken") is not { } token ? 0
            : int.TryParse(token, out var position) && position >= 0 ? position
            : throw new SecretsManagerException("InvalidNextTokenException", "The NextToken value is invalid.");
        var size = Math.Clamp(request.Number("MaxResults") ?? MaxSize, 1, MaxSize);
        answer[name] = new JsonArray([.. all.Skip(start).Take(size).Select(entry)]);
        if (start + size < all.Count)
        {
            answer["NextToken"] = (start + size).ToString();
        }

        return answer;
    }
}
