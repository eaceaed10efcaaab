using GenesysLambdas.Cli;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Scaffolding.NewLookups;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Scaffolding.Tests.NewLookups;

/// <summary><c>new</c> on a copy of the suite.</summary>
public sealed class NewCommandTests : IDisposable
{
    private const string Reply = """{"order_id":"A-1001","total":149.90,"customer":{"name":"Ada","email":null},"items":[{"sku":"X"}],"tags":["gift"],"notes":[]}""";

    private static readonly LookupFiles Files = ThisSuite.Projects.FilesOf("imaginary-lookup");

    private readonly SuiteCopy _suite = new();

    private static IReadOnlyList<LookupContract> Suite => LookupRegistry.Contracts;

    public void Dispose() => _suite.Dispose();

    [Fact]
    public async Task Creates_the_lookup_updates_generated_files_and_lists_the_outputs()
    {
        Assert.Equal(0, await NewAsync(Reply, "--get", "/v1/orders/{order_id}?full={full:boolean?}", "--api", "IMAGINARY_API"));

        Assert.Equal("", _suite.Error);
        Assert.StartsWith(
            """
            imaginary-lookup calls GET {IMAGINARY_API}/v1/orders/{order_id}?full= and returns:

              found           boolean  true unless the API replies with 404
              order_id        string   $.order_id
              total           number   $.total
              customer_name   string   $.customer.name
              customer_email  string   $.customer.email
              items_count     integer  number of items in $.items
              tags            array    $.tags
              tags_count      integer  number of items in $.tags
              notes_count     integer  number of items in $.notes

            $.customer.email is null in the sample, so customer_email is a string.
            $.items contains objects or arrays, so only its item count is an output: items_count. To return a value of its first item: --pick <name>=$.items[0].<member>.
            $.notes is empty in the sample, so only its item count is an output: notes_count.

            Created:
              src/GenesysLambdas/Lookups/ImaginaryLookup.cs
              src/GenesysLambdas/Apis/ImaginaryApi.cs
              src/GenesysLambdas.Cli/StandIns/ImaginaryLookupStandIn.cs
              src/GenesysLambdas.Cli/StandIns/Samples/imaginary-lookup.json
              test/GenesysLambdas.Tests/Lookups/ImaginaryLookupTests.cs
              .aws-lambda-testtool/SavedRequests/ImaginaryLookupFunction/found.json
              .aws-lambda-testtool/SavedRequests/ImaginaryLookupFunction/not-found.json
              .aws-lambda-testtool/SavedRequests/ImaginaryLookupFunction/missing-input.json
              test/GenesysLambdas.Tests/EndToEnd/SavedAnswers/ImaginaryLookupFunction/found.json
              test/GenesysLambdas.Tests/EndToEnd/SavedAnswers/ImaginaryLookupFunction/not-found.json
              test/GenesysLambdas.Tests/EndToEnd/SavedAnswers/ImaginaryLookupFunction/missing-input.json
              genesys/actions/imaginary-lookup.json
            Updated:
              template.yaml
              README.md
              genesys/terraform/main.tf
              genesys/terraform/variables.tf

            """,
            _suite.Out,
            StringComparison.Ordinal);
        Assert.Matches(@"\n\| `imaginary-lookup` \| Imaginary Lookup \| [^|]+\. \| `ImaginaryLookupFunction` \| `GET {IMAGINARY_API}/v1/orders/{order_id}\?full=` \|\n", _suite.Read("README.md"));
        Assert.Contains("invoke imaginary-lookup order_id=1\n", _suite.Out, StringComparison.Ordinal);
        var all = Suite.Append(Contract("/v1/orders/{order_id}?full={full:boolean?}", "IMAGINARY_API")).OrderBy(lookup => lookup.Name, StringComparer.Ordinal);
        Assert.Equal(0, await _suite.RunAsync([.. all], "generate", "--check"));
    }

    [Fact]
    public async Task Lists_values_that_are_not_outputs()
    {
        Assert.Equal(0, await NewAsync($$"""{{{string.Join(',', Enumerable.Range(1, 30).Select(i => $"\"value{(char)('A' + (i % 26))}{(char)('a' + (i / 26))}\":{i}"))}}}""", "--get", "/x/{id}"));
        Assert.Contains("Not included: $.valueLa, $.valueMa, ", _suite.Out, StringComparison.Ordinal);
        Assert.Contains(" and 8 more. To choose outputs: --pick name=path.\n", _suite.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is not JSON. It is empty.")]
    [InlineData("HTTP/2 200\r\ncontent-type: application/json\r\n\r\n{}", "is not JSON. It begins with the reply's headers: call curl without -i.")]
    [InlineData("<html>", "is not JSON. It looks like HTML or XML.")]
    [InlineData("{\"a\":1", "is not JSON.")]
    [InlineData("{\"a\":1,\"a\":2}", "is not JSON.")]
    [InlineData("{\"a\":\"\\ud800\"}", "contains half of a surrogate pair, such as \\ud800")]
    [InlineData("{\"\\udc00\":1}", "contains half of a surrogate pair, such as \\ud800")]
    [InlineData("[{\"a\":1}]", "contains an array, but 'new' only supports")]
    [InlineData("7", "contains a single value, but")]
    [InlineData("{\"a\u202Eb\":1}", "has a member called a\\u202eb, with an invisible character")]
    [InlineData("{\"a\":[{\"b\":{\"\\u2066\":1}}]}", "has a member called \\u2066, with an invisible character")]
    [InlineData("{}", "The sample has no values")]
    [InlineData("{\"a\":{\"b\":{}}}", "The sample has no values")]
    [InlineData("{\"a\":null,\"b\":null}", "Every output is null in the sample.")]
    public Task Rejects_an_unusable_sample(string sample, string expected) => AssertRefusedAsync(expected, sample, "--get", "/x/{id}");

    [Fact]
    public Task Rejects_a_description_with_characters_that_reorder_text() =>
        AssertRefusedAsync("The description contains U+202E, an invisible character", Reply, "--get", "/x/{id}", "--description", "Finds\u202E it.");

    [Fact]
    public Task Rejects_a_sample_nested_more_than_64_levels_deep() => AssertRefusedAsync(
        "is nested more than 64 levels deep", string.Concat(Enumerable.Repeat("{\"a\":", 65)) + "1" + new string('}', 65), "--get", "/x/{id}");

    [Fact]
    public Task Rejects_a_sample_that_is_too_large_to_commit() =>
        AssertRefusedAsync("is larger than 131072 bytes (128 KiB).", $"{{\"a\":\"{new string('x', 2 * 1024 * 1024)}\"}}", "--get", "/x/{id}");

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public async Task Reads_a_sample_saved_by_PowerShell(string encoding)
    {
        var text = System.Text.Encoding.GetEncoding(encoding);
        await File.WriteAllBytesAsync(_suite.At("saved.json"), [.. text.GetPreamble(), .. text.GetBytes("""{"name":"Zoë"}""")], TestContext.Current.CancellationToken);

        Assert.Equal(0, await _suite.RunAsync(Suite, "new", "imaginary-lookup", "--get", "/x/{id}", "--sample", _suite.At("saved.json")));
        Assert.Equal("{\n  \"name\": \"Zoë\"\n}\n", _suite.Read(Files.Sample));
    }

    [Theory]
    [InlineData("/x", "A lookup needs at least one input.")]
    [InlineData("", "Specify --get")]
    [InlineData("/x/{id?}", "{id?} is part of the path, so it cannot be optional.")]
    [InlineData("/x/{id:int}", "'int' is not a type. The types are string, integer, number and boolean.")]
    [InlineData("/x/{1d}", "{1d} is not an input.")]
    [InlineData("/x/{}", "{} is not an input.")]
    [InlineData("/x/{id}?a={id:integer}", "an input has one type")]
    [InlineData("/x/{conversationId}", "conversationId is reserved by Genesys Cloud or this suite.")]
    [InlineData("/x/{id}?q=a{b?}", "{b?} is optional, so it must be the whole value of a parameter")]
    [InlineData("/x y/{id}", "is not a valid API path.")]
    [InlineData("/x/../{id}", "is not a valid API path.")]
    [InlineData("https://api.example.com/./{id}?a=1", "is not a valid API path.")]
    [InlineData("/x/{a}{b}", "No stand-in can answer /x/{a}{b}: ")]
    [InlineData("/x/{id}/y/{id}", "No stand-in can answer /x/{id}/y/{id}: ")]
    [InlineData("/x//{id}", "No stand-in can answer /x//{id}: ")]
    [InlineData("/x/{id}#top", "is not a valid API path.")]
    [InlineData("http://api.example.com/x/{id}", "is not a valid API path.")]
    [InlineData("https://{host}/x", "is not a valid API path.")]
    public Task Rejects_an_invalid_path(string path, string expected) =>
        path.Length == 0 ? AssertRefusedAsync(expected, Reply) : AssertRefusedAsync(expected, Reply, "--get", path);

    [Theory]
    [InlineData("name=$.nme", "The sample has no $.nme. Did you mean ")]
    [InlineData("$.customer", "$.customer is an object, but an output is a single value. Pick one of its members: $.customer.name, $.customer.email")]
    [InlineData("$.items[7].sku", "The sample has no $.items[7].sku.")]
    [InlineData("$.items[*].sku", "'$.items[*].sku' is not the path of a single value.")]
    [InlineData("$", "'$' is not the path of a single value.")]
    [InlineData("success=$.total", "The output name success is already taken")]
    [InlineData("found=$.total", "The output name found is already taken")]
    [InlineData("2nd=$.total", "is not the path of a single value.")]
    public Task Rejects_a_pick_that_is_not_in_the_sample(string pick, string expected) => AssertRefusedAsync(expected, Reply, "--get", "/x/{id}", "--pick", pick);

    [Fact]
    public Task Rejects_picks_of_one_value_with_two_types() =>
        AssertRefusedAsync("Two picks of n have different types", """{"n":[1,2]}""", "--get", "/x/{id}", "--pick", "$.n", "--pick", "first=$.n[0]");

    [Theory]
    [InlineData("Order-Status", "is not a valid lookup name")]
    [InlineData("order_status", "is not a valid lookup name")]
    [InlineData("-order", "is not a valid lookup name")]
    [InlineData("a-lookup-with-a-name-that-leaves-a-stack-no-room", "is not a valid lookup name")]
    [InlineData("user-lookup", "There is already a lookup user-lookup. Edit src/GenesysLambdas/Lookups/UserLookup.cs, or choose another name.")]
    [InlineData("http-authorizer", "'http-authorizer' is not a valid lookup name: it is reserved for the authorizer.")]
    [InlineData("user", "'user' is not a valid lookup name: User is already taken in the code.")]
    [InlineData("task", "Task is already taken in the code")]
    [InlineData("settings", "Settings is already taken in the code")]
    [InlineData("string", "String is already taken in the code")]
    [InlineData("object", "Object is already taken in the code")]
    [InlineData("system", "System is already taken in the code")]
    [InlineData("genesys-lambdas", "GenesysLambdas is already taken in the code")]
    [InlineData("microsoft", "Microsoft is already taken in the code")]
    [InlineData("userlookup", "its file names would differ from those of user-lookup only in case")]
    [InlineData("customer-byphone", "its file names would differ from those of customer-by-phone only in case")]
    [InlineData("con", "'con' is not a valid lookup name: Windows reserves that file name for a device, whatever its extension. Choose another name, such as con-lookup.")]
    [InlineData("CON", "Windows reserves")]
    [InlineData("co-n", "Windows reserves")]
    [InlineData("prn", "Windows reserves")]
    [InlineData("aux", "Windows reserves")]
    [InlineData("Aux", "Windows reserves")]
    [InlineData("nul", "Windows reserves")]
    [InlineData("n-u-l", "Windows reserves")]
    [InlineData("com1", "Windows reserves")]
    [InlineData("com-9", "Windows reserves")]
    [InlineData("c-om3", "Windows reserves")]
    [InlineData("lpt1", "Windows reserves")]
    [InlineData("LPT9", "Windows reserves")]
    [InlineData("con.", "is not a valid lookup name")]
    [InlineData("con ", "is not a valid lookup name")]
    [InlineData("con.txt", "is not a valid lookup name")]
    public async Task Rejects_an_invalid_or_taken_name(string name, string expected)
    {
        _suite.Write("reply.json", Reply);
        var before = _suite.Contents();

        Assert.Equal(1, await _suite.RunAsync(Suite, "new", name, "--get", "/x/{id}", "--sample", _suite.At("reply.json")));

        Assert.Contains(expected, _suite.Error, StringComparison.Ordinal);
        Assert.Equal(before, _suite.Contents());
    }

    [Theory]
    [InlineData("--api", "order", "'order' is not a valid API name.")]
    [InlineData("--auth", "digest", "'digest' is not supported by 'new'. Use bearer, header:<name> or query:<name>.")]
    [InlineData("--auth", "header:a b", "Use bearer, header:<name>")]
    [InlineData("--auth", "header:Host", "The token cannot be in the header Host: it must be a header other than those that HTTP or this suite uses")]
    [InlineData("--auth", "header:content-LENGTH", "The token cannot be in the header content-LENGTH")]
    [InlineData("--auth", "header:Proxy-Authorization", "The token cannot be in the header Proxy-Authorization")]
    [InlineData("--description", "a\nb", "one line of up to 256 characters")]
    [InlineData("--body", "body.json", "--body can only be used with --post or --search.")]
    [InlineData("--post", "/y", "Use either --get or --post, not both.")]
    public Task Rejects_an_invalid_option(string option, string value, string expected) =>
        AssertRefusedAsync(expected, Reply, "--get", "/x/{id}", option, value);

    [Theory]
    [InlineData("--search", "Use either --get or --search, not both.")]
    [InlineData("--post", "Use either --get or --post, not both.")]
    public Task Accepts_only_one_request(string option, string expected) => AssertRefusedAsync(expected, Reply, "--get", "/x/{id}", option, "/y");

    [Theory]
    [InlineData("--search")]
    [InlineData("--post")]
    public Task Requires_a_body_for_a_POST(string option) => AssertRefusedAsync($"{option} needs a body: --body <file>.", Reply, option, "/x/{id}");

    [Fact]
    public async Task Retries_and_caches_a_search_like_a_GET()
    {
        _suite.Write("body.json", """{"id":"{id}"}""");

        Assert.Equal(0, await NewAsync(Reply, "--search", "/v1/search", "--body", _suite.At("body.json")));

        Assert.Contains("await api.SearchAsync(", _suite.Read(Files.Source), StringComparison.Ordinal);
        Assert.Contains("protected override bool IsFound(", _suite.Read(Files.Source), StringComparison.Ordinal);
        Assert.Contains("context.AnswerAsync(StatusCodes.Status404NotFound, [])", _suite.Read(Files.StandIn), StringComparison.Ordinal);
        Assert.Contains(": SampleReadTests(", _suite.Read(Files.Tests), StringComparison.Ordinal);
        Assert.Contains("imaginary-lookup calls POST {IMAGINARY_LOOKUP_API}/v1/search and", _suite.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(_suite.At(Files.HealthyApi)));
    }

    [Fact]
    public async Task Does_not_retry_or_cache_a_POST_that_writes()
    {
        _suite.Write("body.json", """{"id":"{id}"}""");

        Assert.Equal(0, await NewAsync(Reply, "--post", "/v1/orders", "--body", _suite.At("body.json")));

        Assert.Contains("await api.PostAsync(", _suite.Read(Files.Source), StringComparison.Ordinal);
        Assert.Contains("protected override bool MayShare => false;", _suite.Read(Files.Source), StringComparison.Ordinal);
        Assert.Contains("null => new() { Done = true },", _suite.Read(Files.Source), StringComparison.Ordinal);
        Assert.DoesNotContain("404", _suite.Read(Files.StandIn), StringComparison.Ordinal);
        Assert.Contains(": SampleWriteTests(", _suite.Read(Files.Tests), StringComparison.Ordinal);
        Assert.Contains("\"an empty body\": \"\"", _suite.Read(Files.HealthyApi), StringComparison.Ordinal);
        Assert.False(File.Exists(_suite.At($"{Files.SavedRequests}/not-found.json")));
        Assert.Contains("  done            boolean  true if the change was made\n", _suite.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_overwrite_an_existing_file()
    {
        _suite.Write(Files.Tests, "// mine\n");

        await AssertRefusedAsync($"{Files.Tests} already exists. No files were changed.", Reply, "--get", "/x/{id}");
    }

    [Fact]
    public async Task Asks_for_a_rebuild_if_the_sources_are_newer()
    {
        Assert.Equal(0, await NewAsync(Reply, "--get", "/x/{id}"));

        Assert.Equal(1, await _suite.RunAsync(Suite, "generate"));
        Assert.Equal("This program was built before the lookup imaginary-lookup was added. Rebuild it: dotnet build src/GenesysLambdas.Cli\n", _suite.Error);
    }

    [Theory]
    [InlineData("/x?id={id}", "--auth", "query:id")]
    [InlineData("/x?page=1&ID={id}", "--auth", "query:id")]
    [InlineData("/x?%69d={id}", "--auth", "query:id")]
    [InlineData("/x/{id}?appid=1", "--api", "WEATHER_API")]
    public Task Rejects_a_token_parameter_that_the_path_already_contains(string path, string option, string value) =>
        AssertRefusedAsync("so the token cannot be in a parameter of that name.", Reply, "--get", path, option, value);

    [Fact]
    public async Task Uses_the_address_and_authentication_of_an_existing_API()
    {
        Assert.Equal(0, await NewAsync(Reply, "--get", "/api/v2/imaginary/{id}", "--api", "GENESYS_API"));
        Assert.Contains("Api = typeof(GenesysApi))]", _suite.Read(Files.Source), StringComparison.Ordinal);
        Assert.DoesNotContain("src/GenesysLambdas/Apis", _suite.Out, StringComparison.Ordinal);
        Assert.Contains("\"\"\"{\"client_id\":", _suite.Read(Files.StandIn), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_another_address_or_authentication_for_an_existing_API()
    {
        await AssertRefusedAsync("WEATHER_API is the API of current-weather, at https://api.openweathermap.org, with authentication query:appid.", Reply, "--get", "https://other.example/x/{id}", "--api", "WEATHER_API");
        await AssertRefusedAsync("WEATHER_API is the API of current-weather", Reply, "--get", "/x/{id}", "--api", "WEATHER_API", "--auth", "bearer");
        await AssertRefusedAsync("A lookup already calls GET {USER_API}/users/{id}", Reply, "--get", "/users/{id}", "--api", "USER_API");
    }

    [Fact]
    public async Task Finds_an_API_declared_in_the_code_under_any_class_name()
    {
        const string file = "src/GenesysLambdas/Apis/Orders.cs";
        const string source = "[ExternalApi(\n    \"IMAGINARY_API\", BaseUrl = \"https://[::1]/x\", Auth = \"header:X-Api-Key\")]\npublic sealed class OrdersOfOurs;\n";
        _suite.Write(file, "[ExternalApi(\"OTHER_API\")]\npublic sealed class OtherApi;\n\n" + source);

        await AssertRefusedAsync($"IMAGINARY_API is the API of {file}, at https://[::1]/x, with authentication header:X-Api-Key.", Reply, "--get", "https://other.example/{id}", "--api", "IMAGINARY_API");
        Assert.Equal(0, await NewAsync(Reply, "--get", "/v1/orders/{id}", "--api", "IMAGINARY_API"));

        Assert.Contains("Api = typeof(OrdersOfOurs))]", _suite.Read(Files.Source), StringComparison.Ordinal);
        Assert.Contains("token.IsRight(context.Request.Headers[\"X-Api-Key\"])", _suite.Read(Files.StandIn), StringComparison.Ordinal);
        Assert.EndsWith(source, _suite.Read(file), StringComparison.Ordinal);
        Assert.DoesNotContain("src/GenesysLambdas/Apis", _suite.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("basic")]
    [InlineData("oauth2")]
    public Task Rejects_an_API_whose_stand_in_it_cannot_write(string auth)
    {
        _suite.Write("src/GenesysLambdas/Apis/ImaginaryApi.cs", $"[ExternalApi(\"IMAGINARY_API\", Auth = \"{auth}\")]\npublic sealed class ImaginaryApi;\n");

        return AssertRefusedAsync(
            $"IMAGINARY_API has no stand-in yet, and 'new' cannot write one for {auth}. Remove Auth from src/GenesysLambdas/Apis/ImaginaryApi.cs for now.",
            Reply,
            "--get",
            "/x/{id}",
            "--api",
            "IMAGINARY_API");
    }

    [Fact]
    public async Task Rejects_an_API_whose_class_name_is_taken()
    {
        await AssertRefusedAsync("'EXTERNAL_API' is not available as an API's name: ExternalApi is already taken in the code. Choose another name with --api.", Reply, "--get", "/x/{id}", "--api", "EXTERNAL_API");

        Assert.Equal(1, await _suite.RunAsync(Suite, "new", "imaginary-api", "--sample", _suite.At("reply.json"), "--get", "/x/{id}", "--api", "IMAGINARY_API"));
        Assert.Contains(": ImaginaryApi is already taken in the code.", _suite.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declares_a_full_address_as_the_APIs_default()
    {
        Assert.Equal(0, await NewAsync(Reply, "--get", "https://api.example.com:8443/v1/orders/{id}", "--auth", "header:X-Api-Key", "--description", "Finds an order"));
        Assert.Contains(
            "[Lookup(\"imaginary-lookup\", \"Finds an order.\", Api = typeof(ImaginaryLookupApi))]",
            _suite.Read(Files.Source),
            StringComparison.Ordinal);
        Assert.Contains(
            "[ExternalApi(\"IMAGINARY_LOOKUP_API\", BaseUrl = \"https://api.example.com:8443\", Auth = \"header:X-Api-Key\")]\npublic sealed class ImaginaryLookupApi;\n",
            _suite.Read("src/GenesysLambdas/Apis/ImaginaryLookupApi.cs"),
            StringComparison.Ordinal);
        Assert.Contains("token.IsRight(context.Request.Headers[\"X-Api-Key\"])", _suite.Read(Files.StandIn), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_the_stand_ins_route_as_the_server_sees_it()
    {
        Assert.Equal(0, await NewAsync(Reply, "--get", "/sales%20orders/eu%2Fwest/{id}?sort=by%20date"));
        Assert.Contains("routes.MapGet(\"/sales orders/eu%2Fwest/{id}\",", _suite.Read(Files.StandIn), StringComparison.Ordinal);
        Assert.Contains("$\"sales%20orders/eu%2Fwest/{inputs.Id}?sort=by%20date\"", _suite.Read(Files.Source), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ignores_a_repeated_parameter_in_the_stand_ins_404_check()
    {
        Assert.Equal(0, await NewAsync(Reply, "--get", "/orders?id={first}&id={second}&region={region}"));
        Assert.Contains("context.Request.Query[\"region\"] == \"404\"", _suite.Read(Files.StandIn), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":[1,"x"]}""", "contains items of different types")]
    [InlineData("""{"a":["{b?}"]}""", "{b?} is an item of an array in the body, so it cannot be optional.")]
    [InlineData("""{"a":"{b c}"}""", "A lookup needs at least one input.")]
    [InlineData("""{"a":1e999,"b":"{b}"}""", "is too large: 1e999")]
    public async Task Rejects_a_body_that_it_cannot_write(string body, string expected)
    {
        _suite.Write("body.json", body);

        await AssertRefusedAsync(expected, Reply, "--post", "/x", "--body", _suite.At("body.json"));
    }

    [Fact]
    public async Task Points_out_an_input_within_a_longer_string_of_the_body()
    {
        _suite.Write("body.json", """{"query":"{ order {id} }","phone":"tel:{phone}","id":"{id}"}""");

        Assert.Equal(0, await NewAsync(Reply, "--post", "/graphql", "--body", _suite.At("body.json")));
        Assert.Contains("\nThe body's \"tel:{phone}\" is sent unchanged: an input must be the whole string.\n", _suite.Out, StringComparison.Ordinal);
    }

    private Task<int> NewAsync(string sample, params string[] options)
    {
        _suite.Write("reply.json", sample);
        return _suite.RunAsync(Suite, ["new", "imaginary-lookup", "--sample", _suite.At("reply.json"), .. options]);
    }

    private async Task AssertRefusedAsync(string expected, string sample, params string[] options)
    {
        _suite.Write("reply.json", sample);
        var before = _suite.Contents();

        Assert.Equal(1, await NewAsync(sample, options));

        Assert.Contains(expected, _suite.Error, StringComparison.Ordinal);
        Assert.Equal("", _suite.Out);
        Assert.Equal(before, _suite.Contents());
    }

    private static LookupContract Contract(string path, string api) =>
        new NewLookup(new(Files, path, System.Text.Json.JsonDocument.Parse(Reply).RootElement), NewApi.Of(api, "", null)).Contract;
}
