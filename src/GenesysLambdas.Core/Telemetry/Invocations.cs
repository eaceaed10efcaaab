using Amazon.Lambda.Core;
using GenesysLambdas.Core.Requests;
using GenesysLambdas.Core.Settings;
using GenesysLambdas.Core.Timing;

namespace GenesysLambdas.Core.Telemetry;

/// <summary>Begins invocations, each with its deadline.</summary>
internal sealed class Invocations(SettingsReader settings, TimeProvider time)
{
    private readonly LazySetting<TimeSpan> _reserve = new(
        () => TimeSpan.FromMilliseconds(settings.Integer(HostSettings.DeadlineReserve)), TimeSpan.Zero);

    private int _count;

    public void CheckSetting() => _reserve.Check();

    public Invocation Begin(string function, IReadOnlyList<InputContract> inputs, LookupRequest request, ILambdaContext context) =>
        new(context, new Deadline(context.RemainingTime - _reserve.ValueOrFallback, time), time)
        {
            Lookup = function,
            Origin = RequestOrigin.Find(request, inputs),
            ColdStart = Interlocked.Increment(ref _count) == 1,
        };
}
