// Trap: @apollo/gateway phones home unless this is set before it is loaded, so this module is imported first.
process.env.APOLLO_TELEMETRY_DISABLED = '1';
