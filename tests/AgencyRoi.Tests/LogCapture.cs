using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AgencyRoi.Tests;

/// <summary>A line of the log with the id of the request that it is about, as the scopes around it say; the innermost counts.</summary>
/// <param name="Failure">The exception with its stack, as a log shows it.</param>
internal sealed record LogLine(string Category, LogLevel Level, string Text, string? RequestId, string? Failure = null);

/// <summary>Keeps what a product under test logs.</summary>
internal sealed class LogCapture : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<LogLine> lines = new();
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public IReadOnlyList<LogLine> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose() { }

    private string? RequestId()
    {
        string? id = null;
        scopes.ForEachScope(
            (scope, _) =>
            {
                foreach (var (key, value) in scope as IEnumerable<KeyValuePair<string, object?>> ?? [])
                    if (key == "RequestId")
                        id = value?.ToString();
            },
            0
        );
        return id;
    }

    private sealed class Logger(LogCapture capture, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => capture.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) =>
            capture.lines.Enqueue(new LogLine(category, logLevel, formatter(state, exception), capture.RequestId(), exception?.ToString()));
    }
}
