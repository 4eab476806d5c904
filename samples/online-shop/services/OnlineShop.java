import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The four services of an online shop, each on a port of its own of the loopback address: users, products, billing,
 * notifications. Their data is fixed, so that the same order has the same answer each time. Run with
 * {@code java OnlineShop.java}: prints {@code ready} and the ports, and ends when its standard input does.
 */
final class OnlineShop {
    private static final int USERS = 18081;
    private static final int PRODUCTS = 18082;
    private static final int BILLING = 18083;
    private static final int NOTIFICATIONS = 18084;

    private static final int LARGEST_BODY = 64 * 1024;
    private static final int THREADS = 8;

    /** One answer, its body as JSON. */
    private record Answer(int status, String json) {
        static final Answer NOT_FOUND = new Answer(404, "{\"error\": \"not found\"}");
    }

    /** What a service does: method, path and body in, an answer out. */
    private interface Service {
        Answer answer(String method, String path, String body);
    }

    private static final Map<String, String> USER_BY_ID = Map.of(
            "user-123", "{\"id\": \"user-123\", \"name\": \"Ada\", \"email\": \"ada@shop.example\"}",
            "user-124", "{\"id\": \"user-124\", \"name\": \"Cleo\", \"email\": \"cleo@lost.example\"}",
            "user-125", "{\"id\": \"user-125\", \"name\": \"Bob\", \"email\": \"bob@shop.example\"}",
            "user-126", "{\"id\": \"user-126\", \"name\": \"Dora\", \"email\": \"dora@shop.example\"}");

    private static final Map<String, String> PRODUCT_BY_ID = Map.of(
            "product-456",
                    "{\"id\": \"product-456\", \"title\": \"a teapot\", \"price\": 24.5, \"currency\": \"EUR\", \"stock\": 12}",
            "product-457",
                    "{\"id\": \"product-457\", \"title\": \"a golden teapot\", \"price\": 2450, \"currency\": \"EUR\", \"stock\": 0}");

    private static final Map<String, Answer> BILL_BY_USER = Map.of(
            "user-123", new Answer(201, "{\"order_id\": \"789\"}"),
            "user-124", new Answer(201, "{\"order_id\": \"790\"}"),
            "user-125", new Answer(402, "{\"reason\": \"the card was declined\"}"),
            "user-126", new Answer(503, "{\"error\": \"the bank does not answer\"}"));

    private OnlineShop() {}

    public static void main(String[] args) throws IOException {
        try {
            serveUntilInputEnds();
        } catch (BindException taken) {
            System.err.println("one of the ports " + USERS + " to " + NOTIFICATIONS + " is taken");
            System.exit(1);
        }
    }

    private static void serveUntilInputEnds() throws IOException {
        // An exchange that hangs is given up, so that it cannot keep a thread.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<HttpServer> servers = new ArrayList<>();
        servers.add(start(USERS, threads, OnlineShop::users));
        servers.add(start(PRODUCTS, threads, OnlineShop::products));
        servers.add(start(BILLING, threads, OnlineShop::billing));
        servers.add(start(NOTIFICATIONS, threads, OnlineShop::notifications));
        System.out.println("ready " + USERS + " " + PRODUCTS + " " + BILLING + " " + NOTIFICATIONS);
        while (System.in.read() >= 0) {
            // Whoever started this program keeps its input open for as long as it is wanted.
        }
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    private static Answer users(String method, String path, String body) {
        return found(method, path, "/users/", USER_BY_ID);
    }

    private static Answer products(String method, String path, String body) {
        return found(method, path, "/products/", PRODUCT_BY_ID);
    }

    private static Answer billing(String method, String path, String body) {
        if (!method.equals("POST") || !path.equals("/bills")) {
            return Answer.NOT_FOUND;
        }
        return BILL_BY_USER.getOrDefault(member(body, "user_id"), new Answer(422, "{\"error\": \"who is that?\"}"));
    }

    private static Answer notifications(String method, String path, String body) {
        if (!method.equals("POST") || !path.equals("/emails")) {
            return Answer.NOT_FOUND;
        }
        return member(body, "to").endsWith("@lost.example")
                ? new Answer(503, "{\"error\": \"the mail server of the receiver is away\"}")
                : new Answer(202, "{}");
    }

    private static Answer found(String method, String path, String folder, Map<String, String> records) {
        if (!method.equals("GET") || !path.startsWith(folder)) {
            return Answer.NOT_FOUND;
        }
        String json = records.get(path.substring(folder.length()));
        return json == null ? Answer.NOT_FOUND : new Answer(200, json);
    }

    /** A text member of a flat object; empty when it is not there. */
    private static String member(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"\\\\]*)\"").matcher(json);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static HttpServer start(int port, ExecutorService threads, Service service) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, service));
        server.start();
        return server;
    }

    private static void serve(HttpExchange exchange, Service service) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            Answer answer = body.length > LARGEST_BODY
                    ? new Answer(413, "{\"error\": \"too large\"}")
                    : service.answer(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            new String(body, StandardCharsets.UTF_8));
            byte[] json = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(answer.status(), json.length);
            exchange.getResponseBody().write(json);
        }
    }
}
