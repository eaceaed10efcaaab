namespace GenesysLambdas.Aws.Tests.Generator;

/// <summary>Functions of every kind that the generator knows.</summary>
internal static class SampleFunctions
{
    public const string Assembly = """
        [assembly: LambdaGlobalProperties(GenerateMain = true)]
        [assembly: LambdaSerializer(typeof(Sample.Serializer))]

        """;

    public const string All = Assembly + """
        namespace Sample;

        public record Question(string Name);
        public record Answer(string Text);
        public sealed class Greeter : IDisposable
        {
            public int Greeted;
            public bool IsDisposed;
            public string Greet(string name) => $"Hello, {name} ({++Greeted})";
            public void Dispose() => IsDisposed = true;
        }

        [LambdaStartup]
        public class Startup
        {
            public void ConfigureServices(IServiceCollection services) => services.AddScoped<Greeter>().AddSingleton(new Prefix("> "));
        }

        public record Prefix(string Text);

        public class Greeting(Prefix prefix, IServiceProvider provider)
        {
            private static Greeter? last;

            [LambdaFunction]
            public async Task<Answer> Greet(Question question, [FromServices] Greeter greeter)
            {
                await Task.Yield();
                var disposed = last?.IsDisposed.ToString() ?? "none";
                last = greeter;
                return new Answer($"{prefix.Text}{greeter.Greet(question.Name)}, {disposed}, {provider.GetService<Serializer>() is not null}");
            }

            [LambdaFunction]
            public Answer GreetAtOnce([FromServices] Greeter greeter, ILambdaContext context, Question question) =>
                new($"{greeter.Greet(question.Name)} from {context.FunctionName}, {Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID")}");

            [LambdaFunction]
            public void Forget(Question question) => Console.Error.WriteLine("forgot " + question.Name);

            [LambdaFunction]
            public Task Wait(ILambdaContext context) => Task.Delay(1);

            [LambdaFunction]
            public Stream Echo(Stream stream) => stream;

            [LambdaFunction]
            public async Task<string> Nothing() { await Task.Yield(); return "nothing asked"; }

            [LambdaFunction, LambdaSerializer(typeof(Shouting))]
            public Answer Shout(Question question) => new(question.Name);

            [LambdaFunction]
            public void Log(ILambdaContext context)
            {
                context.Logger.LogInformation("nobody reads this");
                context.Logger.LogWarning("\"low\" disk");
                context.Logger.LogLine("as it is");
            }

            private static readonly System.Threading.Barrier both = new(2);

            [LambdaFunction]
            public bool MeetAnother() => both.SignalAndWait(10_000);

            [LambdaFunction]
            public async Task<Answer> AskToEnd(Question question)
            {
                System.Diagnostics.Process.Start("kill", $"-TERM {Environment.ProcessId}").WaitForExit();
                await Task.Delay(200);
                return new(question.Name);
            }
        }

        public class Shouting : AbstractLambdaJsonSerializer, ILambdaSerializer
        {
            public Shouting() : base(null) { }
            protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) => writer.WriteStringValue("SHOUTED " + response);
            protected override T InternalDeserialize<T>(byte[] utf8Json) => JsonSerializer.Deserialize<T>(utf8Json)!;
        }
        """;
}
