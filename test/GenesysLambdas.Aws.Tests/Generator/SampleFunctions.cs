namespace GenesysLambdas.Aws.Tests.Generator;

/// <summary>Functions, and a program that runs the one that the environment variable FUNCTION names.</summary>
internal static class SampleFunctions
{
    public const string Source = """
        using Amazon.Lambda.RuntimeSupport;

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

        public class Greeting(Prefix prefix)
        {
            private static Greeter? last;

            [LambdaFunction]
            public async Task<Answer> Greet(Question question, [FromServices] Greeter greeter)
            {
                await Task.Yield();
                var disposed = last?.IsDisposed.ToString() ?? "none";
                last = greeter;
                return new Answer($"{prefix.Text}{greeter.Greet(question.Name)}, {disposed}");
            }

            [LambdaFunction]
            public Answer GreetAtOnce([FromServices] Greeter greeter, ILambdaContext context, Question question) =>
                new($"{greeter.Greet(question.Name)} from {context.FunctionName}, {Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID")}");

            [LambdaFunction]
            public void Log(ILambdaContext context)
            {
                context.Logger.LogInformation("nobody reads this");
                context.Logger.LogWarning("\"low\" disk");
                context.Logger.LogLine("as it is");
            }
        }

        public static class Program
        {
            public static Task Main()
            {
                var (greet, greetAtOnce, log) = (new Greeting_Greet_Generated(), new Greeting_GreetAtOnce_Generated(), new Greeting_Log_Generated());
                Func<Question, ILambdaContext, Task<Answer>> function = Environment.GetEnvironmentVariable("FUNCTION") switch
                {
                    "Greet" => (question, _) => greet.Greet(question),
                    "GreetAtOnce" => (question, context) => Task.FromResult(greetAtOnce.GreetAtOnce(context, question)),
                    _ => (_, context) =>
                    {
                        log.Log(context);
                        return Task.FromResult(new Answer(""));
                    },
                };
                return LambdaBootstrapBuilder.Create(function, new Serializer()).Build().RunAsync();
            }
        }
        """;
}
